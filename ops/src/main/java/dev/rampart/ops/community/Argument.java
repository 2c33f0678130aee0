package dev.rampart.ops.community;

import dev.rampart.schemas.UserEventKind;
import java.util.List;

/** Two members quarrel: mostly heat, then insults from one of them, which others report. */
final class Argument implements Scenario {
  private final Guild guild;
  private final Account[] sides;
  private int left;

  Argument(int size, Scene scene) {
    this.guild = scene.population().guild();
    this.sides = new Account[] {guild.member(scene.random()), guild.member(scene.random())};
    this.left = size;
  }

  @Override
  public boolean isOver() {
    return left == 0;
  }

  @Override
  public CommunityEvent next(Scene scene) {
    left--;
    if (left % 8 == 1) {
      Account reporter = guild.member(scene.random());
      return scene.user(UserEventKind.REPORTED, sides[0], null, reporter, AbuseKind.NONE);
    }
    boolean insults = left % 2 == 0 && !scene.oneIn(8);
    return insults
        ? say(scene, 0, "insulting", AbuseKind.TOXICITY)
        : say(scene, left % 2, "heated", AbuseKind.NONE);
  }

  private CommunityEvent say(Scene scene, int side, String section, AbuseKind truth) {
    String text = guild.talk().sentence(section, scene.random());
    return scene.message(sides[side], guild, text, List.of(sides[1 - side].id()), null, truth);
  }
}
