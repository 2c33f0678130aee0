package dev.rampart.ops.bench.latency;

import java.time.Duration;
import java.util.List;

/**
 * What is measured.
 *
 * @param commitIntervals times between commits, each with a pipeline of its own
 * @param loadPercents offered events as a share of the capacity that the same run found, in percent
 * @param settle how long each load lasts before anything is recorded
 * @param stretch how long each load is recorded
 * @param threads stream threads
 */
public record LatencyPlan(
    List<Duration> commitIntervals,
    List<Integer> loadPercents,
    Duration settle,
    Duration stretch,
    int threads) {

  /** The whole curve: about five minutes; or three points of it. */
  public static LatencyPlan of(boolean quick, int threads) {
    return quick
        ? new LatencyPlan(
            List.of(Duration.ofMillis(30)),
            List.of(10, 50, 80),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            threads)
        : new LatencyPlan(
            List.of(5, 10, 20, 30, 50, 100).stream().map(Duration::ofMillis).toList(),
            List.of(10, 50, 80),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            threads);
  }
}
