package dev.rampart.ops.backtest;

/** A count at each value of a grid, to which spans of values are added. Confined to one thread. */
final class Ramp {
  private final long[] steps;

  /**
   * @param size values of the grid
   */
  Ramp(int size) {
    steps = new long[size + 1];
  }

  /**
   * Adds to a span of values.
   *
   * @param from first place
   * @param to first place after it
   */
  void add(int from, int to, long count) {
    steps[from] += count;
    steps[to] -= count;
  }

  /** The count at each value. */
  long[] counts() {
    long[] counts = new long[steps.length - 1];
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += steps[i];
      counts[i] = sum;
    }
    return counts;
  }
}
