package dev.rampart.ops.community;

import java.util.List;
import java.util.SplittableRandom;

/** New accounts drop one fresh domain into ordinary talk: neither text nor host looks bad. */
final class FreshDomain implements Scenario {
  private static final String[] WORDS = {
    "meadow", "lantern", "harbour", "pebble", "orchard", "willow"
  };
  private static final String[] MORE = {"notes", "club", "journal", "garden", "studio", "corner"};

  private final List<Account> accounts;
  private final String domain;
  private int left;

  FreshDomain(int size, Scene scene) {
    Guild target = scene.population().guild();
    this.accounts = scene.population().farm(Math.max(4, size / 4), scene.now(), target);
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
    Account author = accounts.get(left % accounts.size());
    Guild guild = scene.oneIn(3) ? scene.population().guild() : author.home();
    String talk = guild.talk().sentence("regular", scene.random());
    return scene.message(author, guild, talk + " https://" + domain, AbuseKind.FRESH_DOMAIN);
  }

  private static String domain(SplittableRandom random) {
    return WORDS[random.nextInt(WORDS.length)]
        + "-"
        + MORE[random.nextInt(MORE.length)]
        + random.nextInt(1000)
        + ".net";
  }
}
