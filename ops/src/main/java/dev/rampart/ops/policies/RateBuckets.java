package dev.rampart.ops.policies;

import dev.rampart.actions.guard.RateWatch;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Counts decisions and actions in buckets of record time, and closes a bucket when its time and a
 * little more has passed. Confined to one thread.
 */
final class RateBuckets {
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final long length;
  private final TreeMap<Long, Bucket> open = new TreeMap<>();
  private final Map<String, RateWatch> watches = new HashMap<>();

  private static final class Bucket {
    private long events;
    private final Map<String, Long> actions = new HashMap<>();
  }

  RateBuckets(Duration length) {
    this.length = length.toMillis();
  }

  void decided(long time) {
    bucket(time).events++;
  }

  void acted(String version, long time) {
    bucket(time).actions.merge(version, 1L, Long::sum);
    watches.computeIfAbsent(version, first -> new RateWatch());
  }

  private Bucket bucket(long time) {
    return open.computeIfAbsent(Math.floorDiv(time, length), first -> new Bucket());
  }

  /**
   * Closes what is over.
   *
   * @param now wall-clock time in milliseconds
   * @param alarms told the version and what is abnormal
   */
  void close(long now, BiConsumer<String, RateWatch.Alarm> alarms) {
    while (!open.isEmpty() && (open.firstKey() + 1) * length + GRACE.toMillis() <= now) {
      Bucket bucket = open.pollFirstEntry().getValue();
      watches.forEach(
          (version, watch) ->
              watch
                  .close(bucket.events, bucket.actions.getOrDefault(version, 0L))
                  .ifPresent(alarm -> alarms.accept(version, alarm)));
    }
  }
}
