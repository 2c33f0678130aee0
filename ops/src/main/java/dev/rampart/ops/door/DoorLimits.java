package dev.rampart.ops.door;

import java.time.Duration;

/**
 * What the door bears.
 *
 * @param waiting calls that may wait for a decision at once, 1 or more; what is more is refused
 * @param write how long a write may take
 * @param remembered how long an event that was written is known, so that a repeat is not written
 */
public record DoorLimits(int waiting, Duration write, Duration remembered) {
  /** 200 calls at once, 5 s for a write. */
  public static DoorLimits remembering(Duration repeatWindow) {
    return new DoorLimits(200, Duration.ofSeconds(5), repeatWindow);
  }
}
