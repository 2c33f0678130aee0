package dev.rampart.ops.community;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One advertisement, a little altered in every copy, from fresh accounts and a few taken over. */
final class SpamWave implements Scenario {
  private static final String PLAIN = "aceiops";
  private static final String[] LOOKALIKES = {"а", "с", "е", "і", "о", "р", "ѕ"};

  private final List<Account> accounts;
  private final String advertisement;
  private int left;

  SpamWave(int size, Scene scene) {
    Guild target = scene.population().guild();
    this.accounts = new ArrayList<>(scene.population().farm(4 + size / 6, scene.now(), target));
    this.accounts.add(target.member(scene.random()));
    this.accounts.add(scene.population().guild().member(scene.random()));
    this.advertisement = target.talk().sentence("spam", scene.random());
    this.left = size;
  }

  @Override
  public boolean isOver() {
    return left == 0;
  }

  @Override
  public CommunityEvent next(Scene scene) {
    left--;
    Account author = accounts.get(scene.random().nextInt(accounts.size()));
    Guild guild = scene.oneIn(3) ? scene.population().guild() : author.home();
    return scene.message(author, guild, copy(guild, scene.random()), AbuseKind.SPAM_WAVE);
  }

  private String copy(Guild guild, SplittableRandom random) {
    String tail = guild.talk().sentence("spamtail", random);
    return switch (random.nextInt(4)) {
      case 0 -> advertisement;
      case 1 -> advertisement + tail;
      case 2 -> disguise(random) + tail;
      default -> advertisement.replace(' ', random.nextBoolean() ? ' ' : '\u00a0') + tail;
    };
  }

  /** Puts look-alike letters of another script in the place of one Latin letter. */
  private String disguise(SplittableRandom random) {
    int letter = random.nextInt(PLAIN.length());
    return advertisement.replace(PLAIN.substring(letter, letter + 1), LOOKALIKES[letter]);
  }
}
