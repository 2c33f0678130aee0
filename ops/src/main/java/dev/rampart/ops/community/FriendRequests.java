package dev.rampart.ops.community;

import dev.rampart.schemas.UserEventKind;

/** A fresh account asks everybody to be its friend; some block it. */
final class FriendRequests implements Scenario {
  private final Guild guild;
  private final Account sender;
  private int left;

  FriendRequests(int size, Scene scene) {
    this.guild = scene.population().guild();
    this.sender = scene.population().farm(1, scene.now(), guild).get(0);
    this.left = size;
  }

  @Override
  public boolean isOver() {
    return left == 0;
  }

  @Override
  public CommunityEvent next(Scene scene) {
    left--;
    Account other = guild.member(scene.random());
    return left % 10 == 1
        ? scene.user(UserEventKind.BLOCKED, sender, null, other, AbuseKind.NONE)
        : scene.user(
            UserEventKind.FRIEND_REQUEST, sender, null, other, AbuseKind.FRIEND_REQUEST_SPAM);
  }
}
