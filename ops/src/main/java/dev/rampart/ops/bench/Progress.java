package dev.rampart.ops.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.rampart.ops.pipeline.GroupProgress;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a group has committed, sampled while it works. Figures are taken from the later part of
 * the run only, when the code is compiled and the caches are warm.
 */
final class Progress {
  private static final double WARM_UP_SHARE = 0.3;
  private static final double TAIL_SHARE = 0.95;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final GroupProgress progress;
  private final long total;
  private final List<Sample> samples = new ArrayList<>();

  private record Sample(long nanos, long cpuNanos, long committed) {}

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
        samples.add(new Sample(System.nanoTime(), PROCESS.getProcessCpuTime(), committed));
        end = samples.get(0).nanos() + limit.toNanos();
      }
    }
  }

  /** What was seen between the warm-up and the tail, in which the threads run dry. */
  Pace pace() {
    Sample first = firstBeyond(WARM_UP_SHARE);
    Sample last = firstBeyond(TAIL_SHARE);
    double events = last.committed() - first.committed();
    return new Pace(
        events / ((last.nanos() - first.nanos()) / 1e9),
        (last.cpuNanos() - first.cpuNanos()) / 1e3 / events);
  }

  private Sample firstBeyond(double share) {
    double reached = samples.get(samples.size() - 1).committed() * share;
    return samples.stream()
        .filter(sample -> sample.committed() >= reached)
        .findFirst()
        .orElseThrow();
  }
}
