package dev.rampart.ops.policies;

import dev.rampart.actions.guard.RateWatch;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * Counts decisions and actions as they come, in buckets of time. What came before the first bucket
 * began belongs to none. Confined to one thread.
 */
final class RateBuckets {
  private final long length;
  private final Map<String, Long> actions = new HashMap<>();
  private final Map<String, RateWatch> watches = new HashMap<>();
  private long end;
  private long decidedBefore;

  /**
   * @param start of the first bucket, in milliseconds
   * @param decidedBefore decisions that there were then
   */
  RateBuckets(Duration length, long start, long decidedBefore) {
    this.length = length.toMillis();
    this.end = start + this.length;
    this.decidedBefore = decidedBefore;
  }

  void acted(String version) {
    actions.merge(version, 1L, Long::sum);
    watches.computeIfAbsent(version, first -> new RateWatch());
  }

  /**
   * Closes the bucket when its time is over.
   *
   * @param now wall-clock time in milliseconds
   * @param decided how many decisions there are by now
   * @param alarms told the version and what is abnormal
   */
  void close(long now, LongSupplier decided, BiConsumer<String, RateWatch.Alarm> alarms) {
    if (now < end) {
      return;
    }
    long decidedNow = decided.getAsLong();
    long events = decidedNow - decidedBefore;
    watches.forEach(
        (version, watch) ->
            watch
                .close(events, actions.getOrDefault(version, 0L))
                .ifPresent(alarm -> alarms.accept(version, alarm)));
    actions.clear();
    decidedBefore = decidedNow;
    end = now + length;
  }
}
