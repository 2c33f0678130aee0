package dev.rampart.classifiers.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scores that a model gave for one label to the messages where that label is known.
 *
 * @param scores 0 to 1
 * @param truth of each
 */
@SuppressWarnings("ArrayRecordComponent") // sorted and summed over as they are
public record Judged(double[] scores, boolean[] truth) {
  private static final int BINS = 10;

  /**
   * Counts at a threshold: a score at or above it is a finding.
   *
   * @param threshold 0 to 1
   */
  public record AtThreshold(
      double threshold,
      long truePositives,
      long falsePositives,
      long falseNegatives,
      long trueNegatives) {
    /** Share of the findings that are right; 1 where there are none. */
    public double precision() {
      return truePositives + falsePositives == 0
          ? 1
          : (double) truePositives / (truePositives + falsePositives);
    }

    public double recall() {
      return share(truePositives, falseNegatives);
    }

    public double falsePositiveRate() {
      return share(falsePositives, trueNegatives);
    }

    public double f1() {
      return truePositives == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    /**
     * Share of the findings that would be right where so many messages have the label: labelled
     * sets hold far more of it than a chat does. 1 where there are no findings.
     *
     * @param prevalence share of the messages that have the label, 0 to 1
     */
    public double precisionAt(double prevalence) {
      double right = prevalence * recall();
      double wrong = (1 - prevalence) * falsePositiveRate();
      return right + wrong == 0 ? 1 : right / (right + wrong);
    }

    private static double share(long part, long rest) {
      return part + rest == 0 ? 0 : (double) part / (part + rest);
    }
  }

  /**
   * Scores that lie close together.
   *
   * @param meanScore of them
   * @param positiveShare of them that are positive
   * @param count of them
   */
  public record Bin(double meanScore, double positiveShare, int count) {}

  public int positives() {
    int positives = 0;
    for (boolean positive : truth) {
      positives += positive ? 1 : 0;
    }
    return positives;
  }

  /** Area under the ROC curve; NaN without both kinds. */
  public double auroc() {
    return Ranking.auroc(scores, truth);
  }

  /**
   * Average precision, the area under the precision-recall curve by steps; NaN without positives.
   */
  public double auprc() {
    double area = 0;
    double recallBefore = 0;
    for (AtThreshold at : curve()) {
      area += (at.recall() - recallBefore) * at.precision();
      recallBefore = at.recall();
    }
    return positives() == 0 ? Double.NaN : area;
  }

  public AtThreshold at(double threshold) {
    long truePositives = 0;
    long found = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean finding = scores[i] >= threshold;
      found += finding ? 1 : 0;
      truePositives += finding && truth[i] ? 1 : 0;
    }
    long falsePositives = found - truePositives;
    long positives = positives();
    return new AtThreshold(
        threshold,
        truePositives,
        falsePositives,
        positives - truePositives,
        scores.length - positives - falsePositives);
  }

  /** The counts at every distinct score, the highest first. */
  public List<AtThreshold> curve() {
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    long positives = positives();
    long negatives = scores.length - positives;
    long right = 0;
    List<AtThreshold> curve = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      right += truth[order[i]] ? 1 : 0;
      if (i + 1 == order.length || scores[order[i + 1]] != scores[order[i]]) {
        long wrong = i + 1 - right;
        curve.add(
            new AtThreshold(scores[order[i]], right, wrong, positives - right, negatives - wrong));
      }
    }
    return curve;
  }

  /** Tenths of the score range with how often the label held there; empty tenths are left out. */
  public List<Bin> reliability() {
    double[] sum = new double[BINS];
    int[] count = new int[BINS];
    int[] positive = new int[BINS];
    for (int i = 0; i < scores.length; i++) {
      int bin = Math.min(BINS - 1, (int) (scores[i] * BINS));
      sum[bin] += scores[i];
      count[bin]++;
      positive[bin] += truth[i] ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (count[b] > 0) {
        bins.add(new Bin(sum[b] / count[b], (double) positive[b] / count[b], count[b]));
      }
    }
    return bins;
  }

  /**
   * Mean distance between score and truth over the tenths, weighted by their counts: the expected
   * calibration error.
   */
  public double calibrationError() {
    double error = 0;
    for (Bin bin : reliability()) {
      error += bin.count() * Math.abs(bin.meanScore() - bin.positiveShare());
    }
    return scores.length == 0 ? Double.NaN : error / scores.length;
  }
}
