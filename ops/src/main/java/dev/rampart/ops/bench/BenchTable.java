package dev.rampart.ops.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

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
   * @param microsByPart the same by what it was used for: stream threads, scoring, Kafka clients,
   *     embedded broker, and the rest (compiler, garbage collector, RocksDB's background)
   */
  public record Row(
      String side,
      double eventsPerSecond,
      double ratio,
      double coreMicros,
      Map<String, Double> microsByPart) {}

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(machine).append('\n');
    text.append(
        "%,d messages a side, median of %d rounds, %d stream threads, exactly once%n"
            .formatted(events, rounds, threads));
    text.append("%-58s %10s %7s %10s".formatted("side", "events/s", "ratio", "core µs"));
    sides.get(0).microsByPart().keySet().forEach(part -> text.append(" %8s".formatted(part)));
    for (Row row : sides) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%-58s %,10.0f %7.3f %10.1f",
              row.side(),
              row.eventsPerSecond(),
              row.ratio(),
              row.coreMicros()));
      row.microsByPart()
          .values()
          .forEach(micros -> text.append(String.format(Locale.ROOT, " %8.1f", micros)));
    }
    return text.toString().stripTrailing();
  }
}
