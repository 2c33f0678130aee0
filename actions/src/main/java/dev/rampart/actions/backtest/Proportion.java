package dev.rampart.actions.backtest;

/**
 * A share that was counted, with its uncertainty.
 *
 * @param hits how many of the trials, 0 to {@code trials}
 * @param trials how many were looked at, 0 or more
 */
public record Proportion(long hits, long trials) {
  /** Quantile of the normal distribution for an interval that holds in 95 of 100 cases. */
  private static final double Z = 1.959963984540054;

  public Proportion {
    if (hits < 0 || hits > trials) {
      throw new IllegalArgumentException("found " + hits + " of " + trials + " trials");
    }
  }

  /** The share, 0 to 1; NaN when nothing was looked at. */
  public double value() {
    return trials == 0 ? Double.NaN : (double) hits / trials;
  }

  /** Lower end of the 95 % Wilson score interval; 0 when nothing was looked at. */
  public double low() {
    return trials == 0 || hits == 0 ? 0 : Math.max(0, centre() - margin());
  }

  /** Upper end of the 95 % Wilson score interval; 1 when nothing was looked at. */
  public double high() {
    return trials == 0 || hits == trials ? 1 : Math.min(1, centre() + margin());
  }

  /** Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212. */
  private double centre() {
    return (value() + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
  }

  private double margin() {
    double p = value();
    double spread = p * (1 - p) / trials + Z * Z / (4.0 * trials * trials);
    return Z * Math.sqrt(spread) / (1 + Z * Z / trials);
  }
}
