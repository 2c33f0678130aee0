package dev.rampart.ops.studio;

import dev.rampart.actions.document.Threshold;
import java.util.stream.IntStream;

/**
 * The values of a threshold that are looked at: about a hundred, and round ones where it can be.
 */
final class Steps {
  private static final int MOST = 101;
  private static final int LEAST = 20;
  private static final double[] ROUND = {1, 2, 5};
  private static final double EVEN = 1e-6;

  private Steps() {}

  /** How many values, from the least to the greatest allowed one. */
  static int points(Threshold threshold) {
    double range = threshold.max() - threshold.min();
    int smallest = (int) Math.floor(Math.log10(range / MOST));
    return IntStream.rangeClosed(smallest, smallest + 2)
        .mapToObj(power -> Math.pow(10, power))
        .flatMapToDouble(power -> java.util.Arrays.stream(ROUND).map(round -> round * power))
        .map(step -> range / step)
        .filter(steps -> steps >= LEAST && steps < MOST && isEven(steps))
        .mapToInt(steps -> (int) Math.round(steps) + 1)
        .findFirst()
        .orElse(MOST);
  }

  private static boolean isEven(double steps) {
    return Math.abs(steps - Math.rint(steps)) < EVEN;
  }
}
