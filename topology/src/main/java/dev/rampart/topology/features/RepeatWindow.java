package dev.rampart.topology.features;

import java.time.Duration;

/**
 * How long and how many event ids an entity's record remembers to know a repeat.
 *
 * @param length event time, 1 s to 24 h
 * @param count most ids, 1 to 4096; the newest arrivals are kept, at 12 bytes of state each
 */
public record RepeatWindow(Duration length, int count) {
  /** Ten minutes, 512 ids. */
  public static final RepeatWindow DEFAULT = new RepeatWindow(Duration.ofMinutes(10), 512);

  public RepeatWindow {
    if (length.toMillis() < 1000 || length.toMillis() > 86_400_000) {
      throw new IllegalArgumentException("repeat window " + length + "; allowed: 1 s to 24 h");
    }
    if (count < 1 || count > 4096) {
      throw new IllegalArgumentException("repeat count " + count + "; allowed: 1 to 4096");
    }
  }

  long millis() {
    return length.toMillis();
  }
}
