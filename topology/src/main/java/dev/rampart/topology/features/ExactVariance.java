package dev.rampart.topology.features;

/**
 * Variance from whole sums, with no loss where numbers are large and nearly alike: the numerator of
 * {@code (n Σx² - (Σx)²) / n²} is worked out in 128 bits and rounded once.
 */
final class ExactVariance {
  private static final double TWO_TO_64 = 0x1p64;

  private ExactVariance() {}

  /**
   * The population variance of the numbers with these sums.
   *
   * @param count how many numbers, under 2^63
   * @param sum their sum
   * @param squares the sum of their squares, as an unsigned number: gaps within 30 days pass 2^63
   * @return 0 or more; NaN where there is no number
   */
  static double of(long count, long sum, long squares) {
    if (count == 0) {
      return Double.NaN;
    }
    long low = count * squares - sum * sum;
    long high = unsignedHigh(count, squares) - Math.multiplyHigh(sum, sum);
    long borrow = Long.compareUnsigned(count * squares, sum * sum) < 0 ? 1 : 0;
    double numerator = (double) (high - borrow) * TWO_TO_64 + unsigned(low);
    return numerator / count / count;
  }

  /** Upper half of the product of a positive and an unsigned number. */
  private static long unsignedHigh(long positive, long unsigned) {
    return Math.multiplyHigh(positive, unsigned) + (unsigned < 0 ? positive : 0);
  }

  private static double unsigned(long number) {
    return number >= 0 ? (double) number : (double) ((number >>> 1) | (number & 1)) * 2;
  }
}
