package dev.rampart.ops.backtest;

import dev.rampart.actions.document.Threshold;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The values of a threshold that a sweep looks at: evenly from its least to its greatest, and the
 * value that it has.
 */
final class Grid {
  private final double least;
  private final double step;
  private final int even;
  private final double present;
  private final double[] values;

  Grid(Threshold threshold, int points) {
    this.least = threshold.min();
    this.step = (threshold.max() - threshold.min()) / (points - 1);
    this.even = points;
    this.present = threshold.value();
    this.values =
        DoubleStream.concat(
                java.util.stream.IntStream.range(0, points).mapToDouble(i -> least + i * step),
                DoubleStream.of(present))
            .sorted()
            .toArray();
  }

  /** All values, rising; the present one stands there twice when it is one of the even ones. */
  double[] values() {
    return values.clone();
  }

  /** Place of the value that the threshold has; the last one where it stands there twice. */
  int presentPlace() {
    int place = 0;
    for (int i = 0; i < values.length; i++) {
      place = values[i] <= present ? i : place;
    }
    return place;
  }

  /** SQL for how many of the values a number reaches: the first so many. */
  String reached(String measure, boolean inclusive) {
    String reaches = inclusive ? ">=" : ">";
    String guess =
        "CAST(greatest(-1, least(%d, floor((%s - %s) / %s))) AS INTEGER)"
            .formatted(even, measure, literal(least), literal(step));
    String next =
        "%s %s %s + (%s + 1) * %s"
            .formatted(measure, reaches, literal(least), guess, literal(step));
    String own =
        "%s %s %s + %s * %s".formatted(measure, reaches, literal(least), guess, literal(step));
    return "(greatest(0, least(%d, %s + CAST(%s AS INTEGER) + CAST(%s AS INTEGER))) + CAST(%s %s %s AS INTEGER))"
        .formatted(even, guess, next, own, measure, reaches, literal(present));
  }

  private static String literal(double value) {
    return String.format(Locale.ROOT, "CAST('%s' AS DOUBLE)", Double.toString(value));
  }
}
