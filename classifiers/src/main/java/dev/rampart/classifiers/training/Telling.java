package dev.rampart.classifiers.training;

/**
 * How much each feature tells about each label: the size of its log-count ratio between positive
 * and negative rows, the weight of naive Bayes (Wang and Manning 2012).
 */
final class Telling {
  private static final float SMOOTHING = 5f;

  private Telling() {}

  /** The learning rate of each feature for each label, laid out as the model's table. */
  static float[] rates(Rows rows, int buckets, float rate) {
    int labels = rows.labels().size();
    float[] positive = new float[buckets * labels];
    float[] negative = new float[buckets * labels];
    double[] positives = new double[labels];
    double[] negatives = new double[labels];
    int[] lastRow = new int[buckets];
    for (int row = 0; row < rows.size(); row++) {
      byte[] truth = rows.truth()[row];
      float weight = rows.weights()[row];
      for (int l = 0; l < labels; l++) {
        positives[l] += truth[l] == 1 ? weight : 0;
        negatives[l] += truth[l] == 0 ? weight : 0;
      }
      for (int id : rows.ids()[row]) {
        if (lastRow[id] != row + 1) {
          lastRow[id] = row + 1;
          count(truth, weight, id * labels, positive, negative);
        }
      }
    }
    for (int at = 0; at < positive.length; at++) {
      int l = at % labels;
      double ratio =
          (positive[at] + SMOOTHING)
              / (positives[l] + 2 * SMOOTHING)
              * (negatives[l] + 2 * SMOOTHING)
              / (negative[at] + SMOOTHING);
      positive[at] = (float) (rate * Math.abs(Math.log(ratio)));
    }
    return positive;
  }

  private static void count(
      byte[] truth, float weight, int at, float[] positive, float[] negative) {
    for (int l = 0; l < truth.length; l++) {
      if (truth[l] == 1) {
        positive[at + l] += weight;
      } else if (truth[l] == 0) {
        negative[at + l] += weight;
      }
    }
  }
}
