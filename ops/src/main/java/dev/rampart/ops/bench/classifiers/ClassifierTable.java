package dev.rampart.ops.bench.classifiers;

import java.util.List;
import java.util.Locale;

/**
 * The figures of one run.
 *
 * @param machine what it ran on
 * @param items messages that each side scored in each round
 * @param rounds of which medians are shown
 * @param sides one row a side
 * @param waiting of the engine at half load
 */
public record ClassifierTable(
    String machine, int items, int rounds, List<Row> sides, List<Waiting> waiting) {
  /**
   * A side.
   *
   * @param side its name
   * @param perCoreSecond messages for each second of processor time of the threads that score
   * @param perSecond messages for each second of the clock
   * @param ratio of {@code perCoreSecond} to that of the side it is held against
   * @param against name of that side, or its own
   * @param bytes taken from the heap for each message, by the threads that submit and score
   */
  public record Row(
      String side,
      double perCoreSecond,
      double perSecond,
      double ratio,
      String against,
      double bytes) {}

  /**
   * How long messages wait in the engine.
   *
   * @param model which model
   * @param load messages a second that were submitted, half of what the engine scores
   * @param p50Micros of the time from submission to scores
   * @param p99Micros of the same; the thread that submits also looks for scores, so that it shows
   *     what held that thread up too
   * @param oldestP99Micros of the time that the oldest message of a batch waited for its run
   * @param batchMicros the device time of one largest batch
   */
  public record Waiting(
      String model,
      double load,
      double p50Micros,
      double p99Micros,
      double oldestP99Micros,
      double batchMicros) {}

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder(machine).append('\n');
    text.append("%,d messages a side, median of %d rounds%n".formatted(items, rounds));
    text.append(
        "%-64s %12s %12s %7s %6s%n"
            .formatted("side", "/s of CPU", "/s of clock", "ratio", "bytes"));
    for (Row row : sides) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-64s %,12.0f %,12.0f %7.3f %6.0f%n",
              row.side(),
              row.perCoreSecond(),
              row.perSecond(),
              row.ratio(),
              row.bytes()));
    }
    for (Waiting wait : waiting) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s at half load, %,.0f/s: submission to scores p50 %,.0f µs, p99 %,.0f µs; in the"
                  + " queue p99 %,.0f µs; one largest batch takes %,.0f µs%n",
              wait.model(),
              wait.load(),
              wait.p50Micros(),
              wait.p99Micros(),
              wait.oldestP99Micros(),
              wait.batchMicros()));
    }
    return text.toString().stripTrailing();
  }
}
