package dev.rampart.classifiers.training;

import dev.rampart.classifiers.evaluation.Ranking;
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

  /** The lowest threshold that at most this share of the negatives reaches. */
  double thresholdAt(double falsePositiveRate) {
    double[] negatives = negatives();
    Arrays.sort(negatives);
    int allowed = (int) (falsePositiveRate * negatives.length);
    return Math.nextUp((float) negatives[negatives.length - 1 - allowed]);
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
