package dev.rampart.ops.community;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Links to a fresh domain that imitates a brand, in channels and in direct messages. */
final class ScamCampaign implements Scenario {
  private static final String[] LURES = {"gift", "login", "verify", "claim", "bonus", "support"};
  private static final String[] ENDINGS = {"xyz", "top", "click", "site", "live", "shop"};

  private final List<Account> accounts;
  private final String domain;
  private int left;

  ScamCampaign(int size, Scene scene) {
    this.accounts = scene.population().farm(1 + size / 10, scene.now(), scene.population().guild());
    this.domain = domain(scene.random());
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
    Guild guild = scene.population().guild();
    String text = text(guild, scene.random());
    return scene.oneIn(3)
        ? scene.direct(author, guild.member(scene.random()), text, AbuseKind.SCAM_LINK)
        : scene.message(author, guild, text, AbuseKind.SCAM_LINK);
  }

  private String text(Guild guild, SplittableRandom random) {
    String link = "https://" + domain + "/" + Integer.toString(random.nextInt(1 << 24), 36);
    return guild.talk().sentence("scam", random).replace("<link>", link);
  }

  /** The brand with a letter doubled, dropped or swapped for a digit, and a lure behind it. */
  private static String domain(SplittableRandom random) {
    String brand = Lexicon.topic(0).sentence("brand", random).toLowerCase(Locale.ROOT);
    int place = 1 + random.nextInt(brand.length() - 1);
    String letter = brand.substring(place, place + 1);
    String instead =
        switch (random.nextInt(3)) {
          case 0 -> letter + letter;
          case 1 -> "";
          default -> letter.replace('o', '0').replace('a', '4').replace('e', '3') + "-";
        };
    return brand.substring(0, place)
        + instead
        + brand.substring(place + 1)
        + "-"
        + LURES[random.nextInt(LURES.length)]
        + "."
        + ENDINGS[random.nextInt(ENDINGS.length)];
  }
}
