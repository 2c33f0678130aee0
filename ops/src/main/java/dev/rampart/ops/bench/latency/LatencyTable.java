package dev.rampart.ops.bench.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * The figures of one run.
 *
 * @param machine what it ran on
 * @param threads stream threads
 * @param capacity events a second that the pipeline decided when it was offered more, measured in
 *     the same process with the same reader
 * @param rows one a commit interval and load
 */
public record LatencyTable(String machine, int threads, double capacity, List<Row> rows) {
  /**
   * A commit interval under a load.
   *
   * @param commitIntervalMillis time between commits
   * @param loadPercent offered share of the capacity
   * @param offered events a second
   * @param events events that were recorded
   * @param p50 milliseconds from append to readable decision
   * @param p99 the same
   * @param p999 the same
   */
  public record Row(
      long commitIntervalMillis,
      int loadPercent,
      int offered,
      long events,
      long p50,
      long p99,
      long p999) {

    static Row of(Duration commitInterval, int loadPercent, int offered, Histogram latency) {
      return new Row(
          commitInterval.toMillis(),
          loadPercent,
          offered,
          latency.getTotalCount(),
          latency.getValueAtPercentile(50),
          latency.getValueAtPercentile(99),
          latency.getValueAtPercentile(99.9));
    }
  }

  /** For people. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(machine);
    lines.add(
        String.format(
            Locale.ROOT, "%d stream threads, capacity %,.0f events/s", threads, capacity));
    lines.add(
        "%9s %6s %10s %10s %8s %8s %8s"
            .formatted("commit ms", "load", "events/s", "events", "p50 ms", "p99 ms", "p99.9 ms"));
    rows.forEach(row -> lines.add(line(row)));
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "%9d %5d%% %,10d %,10d %8d %8d %8d",
        row.commitIntervalMillis(),
        row.loadPercent(),
        row.offered(),
        row.events(),
        row.p50(),
        row.p99(),
        row.p999());
  }
}
