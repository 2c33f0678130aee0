package dev.rampart.ops.bench;

import dev.rampart.ops.bench.ThreadTimes.Part;
import dev.rampart.ops.pipeline.GroupProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How far a group has committed, sampled while it works. Figures are taken from the later part of
 * the run only, when the code is compiled and the caches are warm.
 */
final class Progress {
  private static final double WARM_UP_SHARE = 0.3;
  private static final double TAIL_SHARE = 0.95;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final GroupProgress progress;
  private final long total;
  private final ThreadTimes threads = new ThreadTimes();
  private final List<Sample> samples = new ArrayList<>();

  private record Sample(long nanos, Map<Part, Long> cpuNanos, long committed) {}

  /**
   * @param progress of the group that is watched
   * @param total records after which the run is over
   */
  Progress(GroupProgress progress, long total) {
    this.progress = progress;
    this.total = total;
  }

  /** Watches until all records are committed or the limit has passed since the first was. */
  void watch(Duration limit) throws InterruptedException {
    long committed = 0;
    long end = Long.MAX_VALUE;
    while (committed < total && System.nanoTime() < end) {
      Thread.sleep(PAUSE.toMillis());
      committed = progress.total();
      if (committed > 0) {
        samples.add(new Sample(System.nanoTime(), threads.look(), committed));
        end = samples.get(0).nanos() + limit.toNanos();
      }
    }
  }

  /** What was seen between the warm-up and the tail, in which the threads run dry. */
  Pace pace() {
    Sample first = firstBeyond(WARM_UP_SHARE);
    Sample last = firstBeyond(TAIL_SHARE);
    double events = last.committed() - first.committed();
    Map<Part, Double> micros = new EnumMap<>(Part.class);
    last.cpuNanos()
        .forEach(
            (part, nanos) ->
                micros.put(part, (nanos - first.cpuNanos().getOrDefault(part, 0L)) / 1e3 / events));
    return new Pace(events / ((last.nanos() - first.nanos()) / 1e9), micros);
  }

  private Sample firstBeyond(double share) {
    double reached = samples.get(samples.size() - 1).committed() * share;
    return samples.stream()
        .filter(sample -> sample.committed() >= reached)
        .findFirst()
        .orElseThrow();
  }
}
