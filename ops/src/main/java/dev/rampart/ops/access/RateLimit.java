package dev.rampart.ops.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How many calls each principal may make: a bucket that fills steadily and holds two seconds'
 * worth, so that a page may load at once. Safe for use by many threads.
 */
public final class RateLimit {
  private static final double BURST_SECONDS = 2;
  private static final double NANOS = 1e9;

  private final int perSecond;
  private final LongSupplier nanoClock;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param perSecond calls a second, at least 1
   */
  public RateLimit(int perSecond) {
    this(perSecond, System::nanoTime);
  }

  RateLimit(int perSecond, LongSupplier nanoClock) {
    this.perSecond = perSecond;
    this.nanoClock = nanoClock;
  }

  /** What is left to a principal at a time, and whether the call of that time was let through. */
  private record Bucket(double left, long at, boolean passed) {}

  /**
   * Counts a call; one that is refused costs nothing.
   *
   * @return zero where the call may go on; else after how long the next one may
   */
  public Duration take(Principal principal) {
    Bucket bucket =
        buckets.compute(
            principal.name(), (name, before) -> after(before == null ? full() : before));
    double missing = bucket.passed() ? 0 : 1 - bucket.left();
    return Duration.ofNanos((long) Math.ceil(missing / perSecond * NANOS));
  }

  private Bucket full() {
    return new Bucket(perSecond * BURST_SECONDS, nanoClock.getAsLong(), true);
  }

  private Bucket after(Bucket before) {
    long now = nanoClock.getAsLong();
    double filled = before.left() + (now - before.at()) / NANOS * perSecond;
    double left = Math.min(filled, perSecond * BURST_SECONDS);
    return left >= 1 ? new Bucket(left - 1, now, true) : new Bucket(left, now, false);
  }
}
