package dev.rampart.ops.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.rampart.ops.pipeline.GroupProgress;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a group has committed, sampled while it works. A rate is taken from the later part of the
 * run only, when the code is compiled and the caches are warm.
 */
final class Progress {
  private static final double WARM_UP_SHARE = 0.3;
  private static final double TAIL_SHARE = 0.95;
  private static final OperatingSystemMXBean CPU =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final GroupProgress progress;
  private final String topic;
  private final long total;
  private final List<Sample> samples = new ArrayList<>();

  private record Sample(long nanos, long cpuNanos, long committed) {}

  /**
   * @param progress of the group that is watched
   * @param topic topic that is read
   * @param total records after which the run is over
   */
  Progress(GroupProgress progress, String topic, long total) {
    this.progress = progress;
    this.topic = topic;
    this.total = total;
  }

  /** Watches until all records are committed; false when the limit passed first. */
  boolean await(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      Sample sample = new Sample(System.nanoTime(), CPU.getProcessCpuTime(), progress.total(topic));
      samples.add(sample);
      if (sample.committed() >= total) {
        return true;
      }
      Thread.sleep(PAUSE.toMillis());
    }
    return false;
  }

  /** Records a second between the warm-up and the tail, in which the threads run dry. */
  double rate() {
    Sample first = firstBeyond(WARM_UP_SHARE);
    Sample last = firstBeyond(TAIL_SHARE);
    double seconds = (last.nanos() - first.nanos()) / 1e9;
    return seconds <= 0 ? Double.NaN : (last.committed() - first.committed()) / seconds;
  }

  /**
   * CPU time of this process, the broker in it among it, by record of the same part: microseconds.
   */
  double cpuMicros() {
    Sample first = firstBeyond(WARM_UP_SHARE);
    Sample last = firstBeyond(TAIL_SHARE);
    long records = last.committed() - first.committed();
    return records <= 0 ? Double.NaN : (last.cpuNanos() - first.cpuNanos()) / 1e3 / records;
  }

  private Sample firstBeyond(double share) {
    return samples.stream()
        .filter(sample -> sample.committed() >= total * share)
        .findFirst()
        .orElseThrow();
  }
}
