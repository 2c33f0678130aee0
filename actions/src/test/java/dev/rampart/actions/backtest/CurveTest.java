package dev.rampart.actions.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final Curve CURVE =
      new Curve(
          List.of(
              point(0.3, 1_000, 500, 600),
              point(0.5, 400, 90, 380),
              point(0.7, 300, 40, 297),
              point(0.8, 298, 35, 297),
              point(0.9, 20, 5, 20)));

  private static Curve.Point point(double value, long flagged, long reviews, long right) {
    return new Curve.Point(
        value,
        flagged,
        flagged - reviews,
        reviews,
        0,
        0,
        new Proportion(right, flagged),
        new Proportion(right, 600));
  }

  @Test
  void shouldRecommendMostRecallWhereThePrecisionIsSureEnough() {
    assertThat(value(CURVE.forPrecision(0.9))).contains(0.5);
    assertThat(value(CURVE.forPrecision(0.5))).contains(0.3);
  }

  @Test
  void shouldNotTakeAFewLuckyHitsForPrecision() {
    assertThat(value(CURVE.forPrecision(0.98))).as("20 of 20 prove only 0.84").contains(0.8);
    assertThat(CURVE.forPrecision(0.999)).isEmpty();
  }

  @Test
  void shouldRecommendMostRecallWithinTheReviewersTime() {
    assertThat(value(CURVE.forReviews(100))).contains(0.5);
    assertThat(value(CURVE.forReviews(39))).contains(0.8);
    assertThat(CURVE.forReviews(1)).isEmpty();
  }

  private static Optional<Double> value(Optional<Curve.Point> point) {
    return point.map(Curve.Point::value);
  }
}
