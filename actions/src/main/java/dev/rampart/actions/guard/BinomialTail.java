package dev.rampart.actions.guard;

/**
 * Tails of the binomial distribution, summed term by term from the edge outwards. Each term follows
 * from the one before by the ratio of neighbouring probabilities; the first one from Stirling's
 * series for the logarithm of the gamma function (Abramowitz and Stegun 6.1.41).
 */
final class BinomialTail {
  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double NEGLIGIBLE = 1e-12;

  private BinomialTail() {}

  /** Probability of {@code k} or more of {@code n}, each with probability {@code p} in (0, 1). */
  static double atLeast(long k, long n, double p) {
    if (k <= n * p) {
      return 1;
    }
    double term = probability(k, n, p);
    double sum = term;
    for (long i = k; i < n && term > sum * NEGLIGIBLE; i++) {
      term *= (double) (n - i) / (i + 1) * p / (1 - p);
      sum += term;
    }
    return Math.min(1, sum);
  }

  /** Probability of {@code k} or fewer of {@code n}. */
  static double atMost(long k, long n, double p) {
    return atLeast(n - k, n, 1 - p);
  }

  private static double probability(long k, long n, double p) {
    double choices = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    return Math.exp(choices + k * Math.log(p) + (n - k) * Math.log1p(-p));
  }

  private static double logFactorial(long n) {
    double shift = 0;
    double x = n + 1.0;
    while (x < 10) {
      shift += Math.log(x);
      x++;
    }
    double square = x * x;
    double series = (1 / 12.0 - (1 / 360.0 - 1 / (1260 * square)) / square) / x;
    return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series - shift;
  }
}
