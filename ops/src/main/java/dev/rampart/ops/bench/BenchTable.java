package dev.rampart.ops.bench;

import java.util.List;
import java.util.Locale;

/**
 * The figures of one run.
 *
 * @param machine what it ran on
 * @param events messages that were there for each side in each round
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
   * @param ratio to the first side; 1 for itself
   * @param coreMicros median processor time of the whole process for an event, in microseconds
   */
  public record Row(String side, double eventsPerSecond, double ratio, double coreMicros) {}

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(machine).append('\n');
    text.append(
        "%,d messages a side, median of %d rounds, %d stream threads, exactly once%n"
            .formatted(events, rounds, threads));
    text.append("%-58s %12s %8s %14s%n".formatted("side", "events/s", "ratio", "core µs/event"));
    for (Row row : sides) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-58s %,12.0f %8.3f %14.1f%n",
              row.side(),
              row.eventsPerSecond(),
              row.ratio(),
              row.coreMicros()));
    }
    return text.toString().stripTrailing();
  }
}
