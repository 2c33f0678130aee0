package dev.rampart.ops.studio;

import dev.rampart.actions.backtest.Curve;
import dev.rampart.ops.backtest.BacktestReport;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each value of a threshold would match.
 *
 * @param version of the policy
 * @param present value that the version has
 * @param histograms one a number that rules compare with the threshold
 * @param curve by rising value
 * @param recommended most recall with, as far as labels tell, the precision that was aimed for;
 *     null where no value is known to reach it
 */
public record ThresholdCurve(
    String policy,
    int version,
    String threshold,
    double present,
    List<Histogram> histograms,
    List<Point> curve,
    @Nullable Point recommended) {
  /** What a review costs, in minutes. */
  static final double MINUTES_PER_REVIEW = 2;

  private static final MathContext PLACES = new MathContext(9);

  /**
   * One value.
   *
   * @param volume decisions that match
   * @param acted those of them for which more than a review is asked
   * @param reviews those of them that people have to look at
   * @param flips decisions that match here or at the present value, and not at both
   * @param gained those of them that match here
   * @param lost those of them that match at the present value
   * @param reviewerMinutes what the reviews cost
   */
  public record Point(
      double value,
      long volume,
      long acted,
      long reviews,
      long flips,
      long gained,
      long lost,
      BacktestReport.Share precision,
      BacktestReport.Share recall,
      double reviewerMinutes) {
    /** Without what the arithmetic of the grid adds in the last places. */
    private static double rounded(double value) {
      return BigDecimal.valueOf(value).round(PLACES).doubleValue();
    }

    static Point of(Curve.Point point) {
      return new Point(
          rounded(point.value()),
          point.flagged(),
          point.acted(),
          point.reviews(),
          point.gained() + point.lost(),
          point.gained(),
          point.lost(),
          BacktestReport.Share.of(point.precision()),
          BacktestReport.Share.of(point.recall()),
          point.reviews() * MINUTES_PER_REVIEW);
    }
  }
}
