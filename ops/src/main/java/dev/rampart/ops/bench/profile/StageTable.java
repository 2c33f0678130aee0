package dev.rampart.ops.bench.profile;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an event costs, by stage.
 *
 * @param machine what it ran on
 * @param eventsPerSecond median over the rounds
 * @param coreMicros median processor time of the whole process for an event, in microseconds
 * @param samples stacks that were looked at
 * @param rows one a stage, the costliest first
 */
public record StageTable(
    String machine, double eventsPerSecond, double coreMicros, long samples, List<Row> rows) {
  /**
   * A stage.
   *
   * @param stage its name
   * @param share of the samples, 0 to 1
   * @param coreMicros its part of the processor time for an event, in microseconds
   */
  public record Row(String stage, double share, double coreMicros) {}

  /**
   * Divides the cost of an event among stages as the samples are.
   *
   * @param collapsed lines of frames, outermost first, joined by {@code ;}, a blank, and how often
   */
  public static StageTable of(
      String machine, double eventsPerSecond, double coreMicros, String collapsed) {
    Map<Stage, Long> counts = new EnumMap<>(Stage.class);
    collapsed.lines().forEach(line -> count(line, counts));
    long samples = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Row> rows =
        counts.entrySet().stream()
            .map(count -> row(count.getKey(), (double) count.getValue() / samples, coreMicros))
            .sorted(Comparator.comparingDouble(Row::share).reversed())
            .toList();
    return new StageTable(machine, eventsPerSecond, coreMicros, samples, rows);
  }

  private static void count(String line, Map<Stage, Long> counts) {
    int end = line.lastIndexOf(' ');
    Stage stage = Stage.of(List.of(line.substring(0, end).split(";")));
    counts.merge(stage, Long.parseLong(line.substring(end + 1)), Long::sum);
  }

  private static Row row(Stage stage, double share, double coreMicros) {
    return new Row(stage.label(), share, share * coreMicros);
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder(machine).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "%,.0f events/s, %.1f core µs an event, %,d samples%n%-42s %7s %9s",
            eventsPerSecond,
            coreMicros,
            samples,
            "stage",
            "share",
            "core µs"));
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%-42s %6.1f%% %9.1f",
              row.stage(),
              100 * row.share(),
              row.coreMicros()));
    }
    return text.toString();
  }
}
