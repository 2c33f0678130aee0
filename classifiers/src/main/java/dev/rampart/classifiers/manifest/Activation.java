package dev.rampart.classifiers.manifest;

/** How logits become scores. */
public enum Activation {
  /** Each label by itself. */
  SIGMOID {
    @Override
    public float[] scores(float[] logits) {
      float[] scores = new float[logits.length];
      for (int l = 0; l < logits.length; l++) {
        scores[l] = (float) (1 / (1 + Math.exp(-logits[l])));
      }
      return scores;
    }
  },
  /** Labels that exclude each other: the scores sum to 1. */
  SOFTMAX {
    @Override
    public float[] scores(float[] logits) {
      float largest = Float.NEGATIVE_INFINITY;
      for (float logit : logits) {
        largest = Math.max(largest, logit);
      }
      float[] scores = new float[logits.length];
      double sum = 0;
      for (int l = 0; l < logits.length; l++) {
        scores[l] = (float) Math.exp(logits[l] - largest);
        sum += scores[l];
      }
      for (int l = 0; l < scores.length; l++) {
        scores[l] /= (float) sum;
      }
      return scores;
    }
  };

  /** New scores, 0 to 1, one for each logit. */
  public abstract float[] scores(float[] logits);
}
