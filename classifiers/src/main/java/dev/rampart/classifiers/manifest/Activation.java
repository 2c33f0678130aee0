package dev.rampart.classifiers.manifest;

/** How logits become scores. */
public enum Activation {
  /** Each label by itself. */
  SIGMOID {
    @Override
    public void apply(float[] values, int from, int to) {
      for (int l = from; l < to; l++) {
        values[l] = (float) (1 / (1 + Math.exp(-values[l])));
      }
    }
  },
  /** Labels that exclude each other: the scores sum to 1. */
  SOFTMAX {
    @Override
    public void apply(float[] values, int from, int to) {
      float largest = Float.NEGATIVE_INFINITY;
      for (int l = from; l < to; l++) {
        largest = Math.max(largest, values[l]);
      }
      double sum = 0;
      for (int l = from; l < to; l++) {
        values[l] = (float) Math.exp(values[l] - largest);
        sum += values[l];
      }
      for (int l = from; l < to; l++) {
        values[l] /= (float) sum;
      }
    }
  };

  /** Turns the logits of one text, from an index up to another, into scores from 0 to 1. */
  public abstract void apply(float[] values, int from, int to);
}
