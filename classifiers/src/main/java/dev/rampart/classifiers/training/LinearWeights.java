package dev.rampart.classifiers.training;

/**
 * A linear model over hashed n-grams: the logit of label l is {@code sum(table[id, l]) /
 * sqrt(count) + bias[l]}.
 *
 * @param buckets rows of the table
 * @param table buckets × labels, row after row
 * @param bias one for each label
 */
@SuppressWarnings("ArrayRecordComponent") // the training loop runs over these
record LinearWeights(int buckets, float[] table, float[] bias) {
  int labels() {
    return bias.length;
  }

  static float scale(int count) {
    return (float) (1 / Math.sqrt(Math.max(1, count)));
  }

  float[] logits(int[] ids, float scale) {
    int labels = labels();
    float[] sums = new float[labels];
    for (int id : ids) {
      int at = id * labels;
      for (int l = 0; l < labels; l++) {
        sums[l] += table[at + l];
      }
    }
    for (int l = 0; l < labels; l++) {
      sums[l] = sums[l] * scale + bias[l];
    }
    return sums;
  }
}
