package dev.rampart.ops.capacity;

/**
 * How the rate goes over a day: low at night, one peak in the middle, 1 on average.
 *
 * <p>{@code night + (peak - night) · ((1 + cos) / 2)^width}; the width is chosen so that the mean
 * is 1.
 */
final class DayCurve {
  private static final double NIGHT = 0.3;
  private static final int STEPS = 1_440;
  private static final int HALVINGS = 60;

  private final double peak;
  private final double width;

  /**
   * @param peak highest rate over the average, 1 or more
   */
  DayCurve(double peak) {
    this.peak = peak;
    this.width = widthOfMeanOne();
  }

  /**
   * Rate over the average of the day.
   *
   * @param share of the day that has passed, 0 to 1; the peak is at a half
   */
  double at(double share) {
    return value(share, width);
  }

  private double value(double share, double power) {
    double bell = (1 - Math.cos(2 * Math.PI * share)) / 2;
    return NIGHT + (peak - NIGHT) * Math.pow(bell, power);
  }

  private double widthOfMeanOne() {
    double low = 0;
    double high = 1_000;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (low + high) / 2;
      if (mean(middle) > 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double mean(double power) {
    double sum = 0;
    for (int step = 0; step < STEPS; step++) {
      sum += value((step + 0.5) / STEPS, power);
    }
    return sum / STEPS;
  }
}
