package dev.rampart.ops.bench.classifiers;

/** Scores of many messages by one model. */
final class Scores {
  private Scores() {}

  /** The largest difference of a score to its counterpart. */
  static double difference(float[][] some, float[][] others) {
    double largest = 0;
    for (int i = 0; i < some.length; i++) {
      for (int label = 0; label < some[i].length; label++) {
        largest = Math.max(largest, Math.abs(some[i][label] - others[i][label]));
      }
    }
    return largest;
  }
}
