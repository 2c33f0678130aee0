package dev.rampart.classifiers.onnx;

/**
 * The numbers of a linear text model.
 *
 * @param labels how many
 * @param weights row after row, a number for each label; row 0 zeros
 * @param bias one for each label
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, made once
public record LinearTable(int labels, float[] weights, float[] bias) {
  /**
   * Weights are rounded to multiples of this. Sums of such weights are exact in 32-bit floats, and
   * so the same in whatever order they are added, as long as none passes 1,024: 24 bits hold it.
   */
  private static final float STEP = 0x1p-14f;

  /** How many rows. */
  public int rows() {
    return weights.length / labels;
  }

  /**
   * The same with weights whose sums do not depend on their order. No weight changes by more than
   * 2^-15, and those of 16 bits from 1/16 on not at all.
   */
  public LinearTable onGrid() {
    float[] rounded = new float[weights.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) Math.rint(weights[i] / STEP) * STEP;
    }
    return new LinearTable(labels, rounded, bias);
  }
}
