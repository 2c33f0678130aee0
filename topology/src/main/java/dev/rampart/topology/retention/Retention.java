package dev.rampart.topology.retention;

import java.time.Duration;

/**
 * How long the stores keep what they know of an account without events, in event time.
 *
 * @param features idle time after which an account's features are forgotten, 31 to 3650 days. By
 *     rule and not by chance: an account that was idle for longer starts afresh with its next
 *     event, whether or not its record was deleted before
 * @param ledger time after which strikes, cool-downs and actions that are over are forgotten, 31 to
 *     3650 days: an action that is older can no longer be taken back by feedback
 */
public record Retention(Duration features, Duration ledger) {
  private static final Duration LEAST = Duration.ofDays(31);
  private static final Duration MOST = Duration.ofDays(3650);

  /** 90 days, 365 days. */
  public static final Retention DEFAULT = new Retention(Duration.ofDays(90), Duration.ofDays(365));

  public Retention {
    check("features", features);
    check("ledger", ledger);
  }

  private static void check(String store, Duration found) {
    if (found.compareTo(LEAST) < 0 || found.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "retention of %s: found %d days, allowed: 31 to 3650 days"
              .formatted(store, found.toDays()));
    }
  }
}
