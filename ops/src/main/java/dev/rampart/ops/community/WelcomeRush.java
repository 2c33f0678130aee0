package dev.rampart.ops.community;

import dev.rampart.schemas.UserEventKind;

/** A guild was recommended somewhere: old accounts join in a burst and mean well. */
final class WelcomeRush implements Scenario {
  private final Guild target;
  private Account newcomer;
  private int left;

  WelcomeRush(int size, Scene scene) {
    this.target = scene.population().guild();
    this.newcomer = scene.population().guild().member(scene.random());
    this.left = size;
  }

  @Override
  public boolean isOver() {
    return left == 0;
  }

  @Override
  public CommunityEvent next(Scene scene) {
    left--;
    if (scene.oneIn(3)) {
      String hello = target.talk().sentence("greeting", scene.random());
      return scene.message(newcomer, target, hello, AbuseKind.NONE);
    }
    newcomer = scene.population().guild().member(scene.random());
    return scene.user(UserEventKind.JOIN_GUILD, newcomer, target, null, AbuseKind.NONE);
  }
}
