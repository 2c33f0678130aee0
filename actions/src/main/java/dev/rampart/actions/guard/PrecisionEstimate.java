package dev.rampart.actions.guard;

/**
 * Precision of automatic actions from verdicts on a random sample of them. Every verdict counts for
 * as many actions as its sampling probability says (Horvitz and Thompson's estimator, as a ratio),
 * so that shares may differ and change; the interval is Wilson's for the effective number of
 * verdicts (Kish). Safe for use by many threads.
 */
public final class PrecisionEstimate {
  private static final double Z = 1.959964;

  private double weights;
  private double squares;
  private double upheld;

  /**
   * Counts a verdict.
   *
   * @param right whether the action was upheld
   * @param probability with which the action was drawn, more than 0, at most 1
   */
  public synchronized void add(boolean right, double probability) {
    double weight = 1 / probability;
    weights += weight;
    squares += weight * weight;
    upheld += right ? weight : 0;
  }

  /** Share of right actions, 0 to 1; NaN before the first verdict. */
  public synchronized double precision() {
    return upheld / weights;
  }

  /** Least share that 95 % of such samples would allow; 0 before the first verdict. */
  public synchronized double atLeast() {
    return bound(-1);
  }

  /** Greatest share that 95 % of such samples would allow; 1 before the first verdict. */
  public synchronized double atMost() {
    return bound(1);
  }

  private double bound(int side) {
    if (weights == 0) {
      return side < 0 ? 0 : 1;
    }
    double n = weights * weights / squares;
    double p = precision();
    double centre = p + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double bound = (centre + side * spread) / (1 + Z * Z / n);
    return Math.min(1, Math.max(0, bound));
  }
}
