package dev.rampart.classifiers.training;

import java.util.SplittableRandom;

/** Puts numbers into an order that a random source fixes (Fisher and Yates). */
final class Shuffle {
  private Shuffle() {}

  /** The numbers from 0 up to a count. */
  static int[] of(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
