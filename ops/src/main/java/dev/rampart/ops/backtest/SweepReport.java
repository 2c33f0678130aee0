package dev.rampart.ops.backtest;

import dev.rampart.actions.backtest.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The curve of a threshold.
 *
 * @param present the value that it has
 * @param recommended null when none was asked for or none is known to reach the aim
 * @param asked whether a recommendation was asked for
 */
record SweepReport(
    String policy,
    String threshold,
    double present,
    @Nullable Row recommended,
    boolean asked,
    List<Row> curve) {
  /** A value and what the policy would match with it. */
  record Row(
      double value,
      long flagged,
      long acted,
      long reviews,
      BacktestReport.Share precision,
      BacktestReport.Share recall) {
    static Row of(Curve.Point point) {
      return new Row(
          point.value(),
          point.flagged(),
          point.acted(),
          point.reviews(),
          BacktestReport.Share.of(point.precision()),
          BacktestReport.Share.of(point.recall()));
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "%10.4f %,12d %,12d %,12d   %-26s %s",
          value,
          flagged,
          acted,
          reviews,
          precision.text(),
          recall.text());
    }
  }

  static SweepReport of(
      String policy,
      String threshold,
      double present,
      Curve curve,
      Optional<Curve.Point> recommended,
      boolean asked) {
    return new SweepReport(
        policy,
        threshold,
        present,
        recommended.map(Row::of).orElse(null),
        asked,
        curve.points().stream().map(Row::of).toList());
  }

  /** For people. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("%s, threshold %s, now %s".formatted(policy, threshold, present));
    lines.add(
        "%10s %12s %12s %12s   %-26s %s"
            .formatted("value", "flagged", "acted on", "reviews", "precision", "recall"));
    curve.forEach(row -> lines.add(row.line()));
    if (recommended != null) {
      lines.add("recommended");
      lines.add(recommended.line());
    } else if (asked) {
      lines.add("no value is known to reach the aim");
    }
    return String.join(System.lineSeparator(), lines);
  }
}
