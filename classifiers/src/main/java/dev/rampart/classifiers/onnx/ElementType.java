package dev.rampart.classifiers.onnx;

/** The element types that our graphs use, with their numbers in the format. */
public enum ElementType {
  FLOAT(1, 4),
  INT8(3, 1),
  INT32(6, 4),
  INT64(7, 8),
  FLOAT16(10, 2);

  private final int code;
  private final int bytes;

  ElementType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  int code() {
    return code;
  }

  int bytes() {
    return bytes;
  }
}
