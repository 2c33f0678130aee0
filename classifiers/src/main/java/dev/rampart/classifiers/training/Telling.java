package dev.rampart.classifiers.training;

/**
 * How much each feature tells about a label: the size of its log-count ratio between positive and
 * negative rows, the weight of naive Bayes (Wang and Manning 2012).
 */
final class Telling {
  private static final float SMOOTHING = 5f;

  private final double[] positive;
  private final double[] negative;
  private double positives;
  private double negatives;

  private Telling(int buckets) {
    this.positive = new double[buckets];
    this.negative = new double[buckets];
  }

  /** The ratio of each feature; 0 or more. */
  static float[] ratios(Rows rows, int buckets, int label) {
    Telling telling = new Telling(buckets);
    int[] lastRow = new int[buckets];
    for (int row = 0; row < rows.size(); row++) {
      byte truth = rows.truth()[row][label];
      if (truth >= 0) {
        telling.count(rows, row, truth == 1, lastRow);
      }
    }
    float[] ratios = new float[buckets];
    for (int id = 0; id < buckets; id++) {
      ratios[id] = telling.ratio(id);
    }
    return ratios;
  }

  private void count(Rows rows, int row, boolean truth, int[] lastRow) {
    float weight = rows.weights()[row];
    double[] counts = truth ? positive : negative;
    positives += truth ? weight : 0;
    negatives += truth ? 0 : weight;
    for (int id : rows.ids()[row]) {
      counts[id] += lastRow[id] == row + 1 ? 0 : weight;
      lastRow[id] = row + 1;
    }
  }

  private float ratio(int id) {
    double odds =
        (positive[id] + SMOOTHING)
            / (positives + 2 * SMOOTHING)
            * (negatives + 2 * SMOOTHING)
            / (negative[id] + SMOOTHING);
    return (float) Math.abs(StrictMath.log(odds));
  }
}
