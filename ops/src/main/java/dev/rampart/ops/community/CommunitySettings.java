package dev.rampart.ops.community;

import java.time.Duration;
import java.time.Instant;

/**
 * What community to make. The same settings give the same events, byte for byte.
 *
 * @param seed chooses one of the possible communities
 * @param events how many events, 1 or more
 * @param end event time that no event passes: the events are spread over the time before it
 */
public record CommunitySettings(long seed, int events, Instant end) {
  private static final int EVENTS_PER_SECOND = 10;
  private static final int EVENTS_PER_ACCOUNT = 50;
  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofDays(7);

  public CommunitySettings {
    if (events < 1) {
      throw new IllegalArgumentException("events: found " + events + ", allowed is 1 or more");
    }
  }

  /**
   * Simulated time that the events are spread over: ten events a second where that gives between
   * ten minutes and a week.
   */
  public Duration span() {
    Duration natural = Duration.ofSeconds(events / EVENTS_PER_SECOND);
    if (natural.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return natural.compareTo(LONGEST) > 0 ? LONGEST : natural;
  }

  /** Number of accounts that exist before the first event. */
  int accounts() {
    return Math.max(100, events / EVENTS_PER_ACCOUNT);
  }
}
