package dev.rampart.ops.bench.service;

import java.util.Arrays;
import java.util.List;

/**
 * How long one kind of call takes; medians over the rounds.
 *
 * @param call what is asked
 * @param calls in all rounds together
 * @param aimMs p99 that is wanted, in milliseconds
 */
public record Latency(String call, int calls, double medianMs, double p99Ms, double aimMs) {
  private static final double MILLION = 1e6;

  /**
   * @param rounds nanoseconds of each call, by round
   */
  static Latency of(String call, List<long[]> rounds, double aimMs) {
    return new Latency(
        call,
        rounds.stream().mapToInt(round -> round.length).sum(),
        median(rounds, 0.5),
        median(rounds, 0.99),
        aimMs);
  }

  private static double median(List<long[]> rounds, double share) {
    double[] values =
        rounds.stream().mapToDouble(round -> quantile(round, share)).sorted().toArray();
    return values.length == 0 ? Double.NaN : values[values.length / 2] / MILLION;
  }

  private static double quantile(long[] nanos, double share) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int place = (int) Math.ceil(sorted.length * share) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, place)];
  }

  /** For people. */
  public String line() {
    return "%-46s %,7d calls  median %8.1f ms  p99 %8.1f ms  (aim %,.0f)"
        .formatted(call, calls, medianMs, p99Ms, aimMs);
  }
}
