package dev.rampart.ops.bench;

import java.util.List;
import java.util.Locale;

/**
 * The figures of one run.
 *
 * @param machine what it ran on
 * @param events messages that each side processed in each round
 * @param rounds rounds
 * @param threads stream threads
 * @param sides one row a side; the first is what the others are compared with
 */
public record BenchTable(String machine, int events, int rounds, int threads, List<Row> sides) {
  /**
   * A side.
   *
   * @param side its name
   * @param eventsPerSecond median over the rounds
   * @param ratio to the first side
   */
  public record Row(String side, double eventsPerSecond, double ratio) {}

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(machine).append('\n');
    text.append(
        "%,d messages a side, median of %d rounds, %d stream threads, exactly once%n"
            .formatted(events, rounds, threads));
    text.append("%-62s %12s %8s%n".formatted("side", "events/s", "ratio"));
    for (Row row : sides) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-62s %,12.0f %8.3f%n",
              row.side(),
              row.eventsPerSecond(),
              row.ratio()));
    }
    return text.toString().stripTrailing();
  }
}
