package dev.rampart.classifiers.onnx;

/** The 16-bit float of IEEE 754: 1 sign bit, 5 exponent bits, 10 fraction bits. */
final class HalfFloat {
  private static final float LARGEST = 65_504f;
  private static final float SMALLEST_NORMAL = 0x1p-14f;
  private static final float SMALLEST = 0x1p-24f;

  private HalfFloat() {}

  /** The value of a half. */
  static float value(short half) {
    int exponent = (half >>> 10) & 0x1F;
    float size =
        exponent == 0
            ? (half & 0x3FF) * SMALLEST
            : Float.intBitsToFloat(((half & 0x7FFF) << 13) + ((127 - 15) << 23));
    return half < 0 ? -size : size;
  }

  /** The nearest half; beyond the range, the largest of that sign. Not a number is 0. */
  static short of(float value) {
    if (Float.isNaN(value)) {
      return 0;
    }
    int sign = (Float.floatToRawIntBits(value) >>> 16) & 0x8000;
    float size = Math.min(Math.abs(value), LARGEST);
    if (size < SMALLEST_NORMAL) {
      return (short) (sign | Math.round(size / SMALLEST));
    }
    int bits =
        Float.floatToRawIntBits(size) + 0x0FFF + ((Float.floatToRawIntBits(size) >>> 13) & 1);
    return (short) (sign | ((bits >>> 13) - ((127 - 15) << 10)));
  }
}
