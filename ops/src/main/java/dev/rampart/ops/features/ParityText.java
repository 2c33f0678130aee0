package dev.rampart.ops.features;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parity report for people. */
final class ParityText {
  private ParityText() {}

  static String of(ParityReport report) {
    Stream<String> head =
        Stream.of(
            "catalogue %s: %,d decisions, %,d of them without an event in the input, %s match"
                .formatted(
                    report.catalogueVersion(),
                    report.decisions(),
                    report.withoutInput(),
                    percent(report.share())),
            "%-34s %12s %10s  %s".formatted("FEATURE", "COMPARED", "MATCH", "NOTE"));
    return Stream.concat(head, report.features().stream().map(ParityText::row))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String row(ParityReport.Row row) {
    return "%-34s %,12d %10s  %s"
        .formatted(row.feature(), row.compared(), percent(row.share()), note(row))
        .stripTrailing();
  }

  private static String note(ParityReport.Row row) {
    if (row.sketched() > 0) {
      return "sketch: %,d values, error mean %s, largest %s"
          .formatted(
              row.sketched(), percent(row.sketchErrorMean()), percent(row.sketchErrorMost()));
    }
    return row.compared() == 0 ? row.check() : "";
  }

  /** Rounded down, so that only a full match is 100 %. */
  private static String percent(@Nullable Double share) {
    return share == null
        ? "-"
        : String.format(Locale.ROOT, "%.2f %%", Math.floor(share * 10_000) / 100);
  }
}
