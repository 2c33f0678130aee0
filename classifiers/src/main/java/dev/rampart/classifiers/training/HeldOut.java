package dev.rampart.classifiers.training;

import dev.rampart.classifiers.evaluation.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The held-out examples of one label with the scores that a model gives them.
 *
 * @param scores logits or probabilities
 * @param truth of each
 */
@SuppressWarnings("ArrayRecordComponent") // sorted and summed over as they are
record HeldOut(double[] scores, boolean[] truth) {

  /** The rows that know the label, scored. */
  static HeldOut of(Rows rows, LinearWeights weights, int label) {
    double[] scores = new double[rows.size()];
    boolean[] truth = new boolean[rows.size()];
    int count = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.truth()[i][label] >= 0) {
        scores[count] = weights.logits(rows.ids()[i], rows.scales()[i])[label];
        truth[count++] = rows.truth()[i][label] == 1;
      }
    }
    return new HeldOut(Arrays.copyOf(scores, count), Arrays.copyOf(truth, count));
  }

  /** All of them as one. */
  static HeldOut together(List<HeldOut> parts) {
    double[] scores = parts.stream().flatMapToDouble(part -> Arrays.stream(part.scores)).toArray();
    boolean[] truth = new boolean[scores.length];
    int count = 0;
    for (HeldOut part : parts) {
      System.arraycopy(part.truth, 0, truth, count, part.truth.length);
      count += part.truth.length;
    }
    return new HeldOut(scores, truth);
  }

  HeldOut calibrated(LabelFit fit) {
    return new HeldOut(Arrays.stream(scores).map(fit::probability).toArray(), truth);
  }

  double auroc() {
    return Ranking.auroc(scores, truth);
  }

  /** The share of the negatives that reach a threshold. */
  double falsePositiveRateAt(double threshold) {
    double[] negatives = negatives();
    long found = Arrays.stream(negatives).filter(score -> score >= threshold).count();
    return negatives.length == 0 ? Double.NaN : (double) found / negatives.length;
  }

  /**
   * The lowest threshold that, over these sets in equal parts, at most this share of the negatives
   * reaches.
   */
  static double thresholdAt(double falsePositiveRate, List<HeldOut> sets) {
    List<double[]> falling = new ArrayList<>();
    for (HeldOut set : sets) {
      double part = 1.0 / sets.size() / set.negatives().length;
      Arrays.stream(set.negatives()).forEach(score -> falling.add(new double[] {score, part}));
    }
    falling.sort((a, b) -> Double.compare(b[0], a[0]));
    double share = 0;
    for (double[] negative : falling) {
      share += negative[1];
      if (share > falsePositiveRate + 1e-12) {
        return Math.nextUp((float) negative[0]);
      }
    }
    return 0;
  }

  double recallAt(double threshold) {
    long found = 0;
    long positives = 0;
    for (int i = 0; i < scores.length; i++) {
      positives += truth[i] ? 1 : 0;
      found += truth[i] && scores[i] >= threshold ? 1 : 0;
    }
    return (double) found / Math.max(1, positives);
  }

  Confusion confusionAt(double threshold) {
    Confusion confusion = new Confusion(2);
    for (int i = 0; i < scores.length; i++) {
      confusion.add(truth[i] ? 1 : 0, scores[i] >= threshold ? 1 : 0);
    }
    return confusion;
  }

  /** Of the thresholds at hundredths of the sorted scores. */
  double thresholdOfBestMacroF1() {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double best = 0;
    double threshold = 0;
    for (int percent = 1; percent < 100; percent++) {
      double candidate = sorted[sorted.length * percent / 100];
      double macroF1 = confusionAt(candidate).macroF1();
      if (macroF1 > best) {
        best = macroF1;
        threshold = candidate;
      }
    }
    return threshold;
  }

  int positives() {
    return scores.length - negatives().length;
  }

  private double[] negatives() {
    double[] negatives = new double[scores.length];
    int count = 0;
    for (int i = 0; i < scores.length; i++) {
      if (!truth[i]) {
        negatives[count++] = scores[i];
      }
    }
    return Arrays.copyOf(negatives, count);
  }
}
