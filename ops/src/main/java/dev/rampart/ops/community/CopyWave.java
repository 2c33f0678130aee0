package dev.rampart.ops.community;

import java.util.List;

/** Many new accounts say one harmless thing: no model sees it in the text. */
final class CopyWave implements Scenario {
  private static final String[] OPENINGS = {"", "hey, ", "ok so ", "update: "};
  private static final String[] ENDINGS = {"", "!", " :)", " haha", "..."};
  private static final int SHORTEST = 60;

  private final List<Account> accounts;
  private final String sentence;
  private int left;

  CopyWave(int size, Scene scene) {
    Guild target = scene.population().guild();
    this.accounts = scene.population().farm(Math.max(5, size / 2), scene.now(), target);
    this.sentence = sentence(target, scene);
    this.left = size;
  }

  private static String sentence(Guild guild, Scene scene) {
    StringBuilder text = new StringBuilder();
    while (text.length() < SHORTEST) {
      text.append(guild.talk().sentence("statement", scene.random())).append(". ");
    }
    return text.toString().strip();
  }

  @Override
  public boolean isOver() {
    return left == 0;
  }

  @Override
  public CommunityEvent next(Scene scene) {
    left--;
    Account author = accounts.get(left % accounts.size());
    String opening = OPENINGS[scene.random().nextInt(OPENINGS.length)];
    String ending = ENDINGS[scene.random().nextInt(ENDINGS.length)];
    Guild guild = scene.oneIn(3) ? scene.population().guild() : author.home();
    return scene.message(author, guild, opening + sentence + ending, AbuseKind.COPY_WAVE);
  }
}
