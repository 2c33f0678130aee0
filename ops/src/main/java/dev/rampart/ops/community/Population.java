package dev.rampart.ops.community;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Who lives in the community: guilds, their members, and accounts that sign up on the way. */
final class Population {
  private static final long DAY = 86_400_000L;
  private static final int MEMBERS_PER_GUILD = 120;
  private static final String[] LOCALES = {"en-GB", "en-US", "de-DE", "fr-FR", "pt-BR", "pl-PL"};

  private final SplittableRandom random;
  private final List<Guild> guilds = new ArrayList<>();
  private int accounts;

  Population(int size, long start, SplittableRandom random) {
    this.random = random;
    for (int guild = 0; guild < Math.max(4, size / MEMBERS_PER_GUILD); guild++) {
      guilds.add(new Guild(guild, random));
    }
    for (int account = 0; account < size; account++) {
      Guild home = guilds.get(account % guilds.size());
      home.members().add(create(start - DAY - random.nextLong(900 * DAY), home));
    }
  }

  /** A guild; the first ones are the busiest. */
  Guild guild() {
    return guilds.get(Math.min(random.nextInt(guilds.size()), random.nextInt(guilds.size())));
  }

  /** A new account that is no member yet. */
  Account signUp(long now, Guild home) {
    return create(now, home);
  }

  /** New accounts of one operator: made within days, behind a few devices and one address. */
  List<Account> farm(int size, long now, Guild target) {
    String ip = hash("i");
    String[] devices = {hash("d"), hash("d"), hash("d")};
    List<Account> farm = new ArrayList<>(size);
    for (int account = 0; account < size; account++) {
      long created = now - random.nextLong(2 * DAY);
      String device = devices[random.nextInt(devices.length)];
      farm.add(new Account(nextId(), created, target, device, ip, LOCALES[1]));
    }
    return farm;
  }

  private Account create(long createdAt, Guild home) {
    String locale = LOCALES[random.nextInt(LOCALES.length)];
    return new Account(nextId(), createdAt, home, hash("d"), hash("i"), locale);
  }

  private String nextId() {
    return "u" + Integer.toString(accounts++, 36);
  }

  private String hash(String prefix) {
    return prefix + Long.toUnsignedString(random.nextLong(), 36);
  }
}
