package dev.rampart.ops.community;

import dev.rampart.schemas.UserEventKind;

/** Somebody signs up, joins a guild, says hello and stays. */
final class NewMember implements Scenario {
  private final Account account;
  private int step;

  NewMember(Scene scene) {
    this.account = scene.population().signUp(scene.now(), scene.population().guild());
  }

  @Override
  public boolean isOver() {
    return step == 3;
  }

  @Override
  public CommunityEvent next(Scene scene) {
    step++;
    Guild guild = account.home();
    if (step == 1) {
      return scene.user(UserEventKind.SIGN_UP, account, null, null, AbuseKind.NONE);
    }
    if (step == 2) {
      return scene.user(UserEventKind.JOIN_GUILD, account, guild, null, AbuseKind.NONE);
    }
    guild.members().add(account);
    String hello = guild.talk().sentence("greeting", scene.random());
    return scene.message(account, guild, hello, AbuseKind.NONE);
  }
}
