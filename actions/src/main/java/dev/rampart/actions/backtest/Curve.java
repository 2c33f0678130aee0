package dev.rampart.actions.backtest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a policy would match at each value of one threshold.
 *
 * @param points by rising value
 */
public record Curve(List<Point> points) {
  public Curve {
    points = List.copyOf(points);
  }

  /**
   * One value of the threshold.
   *
   * @param value of the threshold
   * @param flagged events that a rule with actions matches
   * @param acted those of them for which more than a review is asked
   * @param reviews those of them that people have to look at
   * @param gained flagged events that are not flagged at the present value
   * @param lost events that are flagged at the present value and not here
   * @param precision of the flagged events whose label is known, those that are abuse
   * @param recall of the events that are known to be abuse, those that are flagged
   */
  public record Point(
      double value,
      long flagged,
      long acted,
      long reviews,
      long gained,
      long lost,
      Proportion precision,
      Proportion recall) {}

  /**
   * The value with the greatest recall among those whose precision is, with 95 % confidence, at
   * least {@code target}; of equals the one that flags less. Empty when no value is known to reach
   * it.
   */
  public Optional<Point> forPrecision(double target) {
    return best(points.stream().filter(point -> point.precision().low() >= target).toList());
  }

  /**
   * The value with the greatest recall among those that ask people for at most so many reviews; of
   * equals the one that flags less.
   */
  public Optional<Point> forReviews(double budget) {
    return best(points.stream().filter(point -> point.reviews() <= budget).toList());
  }

  private static Optional<Point> best(List<Point> candidates) {
    return candidates.stream()
        .max(
            Comparator.comparingLong((Point point) -> point.recall().hits())
                .thenComparing(Point::flagged, Comparator.reverseOrder()));
  }
}
