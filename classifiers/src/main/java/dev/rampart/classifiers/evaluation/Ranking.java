package dev.rampart.classifiers.evaluation;

import java.util.Arrays;

/** Figures that depend on the order of scores only. */
public final class Ranking {
  private Ranking() {}

  /**
   * Area under the ROC curve: the chance that a positive outranks a negative, ties counted half.
   * NaN without both.
   */
  public static double auroc(double[] scores, boolean[] truth) {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
    double rankSum = 0;
    long positives = 0;
    int i = 0;
    while (i < order.length) {
      int end = i;
      while (end < order.length && scores[order[end]] == scores[order[i]]) {
        end++;
      }
      double rank = (i + 1 + end) / 2.0;
      for (; i < end; i++) {
        if (truth[order[i]]) {
          rankSum += rank;
          positives++;
        }
      }
    }
    long negatives = scores.length - positives;
    return positives == 0 || negatives == 0
        ? Double.NaN
        : (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }
}
