package dev.rampart.ops.community;

import dev.rampart.schemas.UserEventKind;
import java.util.List;

/** Fresh accounts join a guild in a burst and shout in its channels. */
final class Raid implements Scenario {
  private final Guild target;
  private final List<Account> raiders;
  private int joined;
  private int left;

  Raid(int size, Scene scene) {
    this.target = scene.population().guild();
    this.raiders = scene.population().farm(Math.max(3, size / 4), scene.now(), target);
    this.left = size;
  }

  @Override
  public boolean isOver() {
    return left == 0;
  }

  @Override
  public CommunityEvent next(Scene scene) {
    left--;
    boolean joins = joined == 0 || (joined < raiders.size() && scene.oneIn(2));
    if (joins) {
      Account raider = raiders.get(joined++);
      return scene.user(UserEventKind.JOIN_GUILD, raider, target, null, AbuseKind.RAID);
    }
    Account raider = raiders.get(scene.random().nextInt(joined));
    String text = target.talk().sentence("raid", scene.random());
    return scene.message(raider, target, text, AbuseKind.RAID);
  }
}
