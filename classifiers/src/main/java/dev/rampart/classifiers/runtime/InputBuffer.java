package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * One input of a model: a buffer, and a tensor over its front for each shape that was used, made
 * when first needed.
 */
final class InputBuffer implements AutoCloseable {
  private final IntBuffer ints;
  private final FloatBuffer floats;
  private final boolean whole;
  private final Map<Long, OnnxTensor> tensors = new HashMap<>();

  private InputBuffer(int ints, int floats) {
    this.ints = DirectBuffers.ints(ints);
    this.floats = DirectBuffers.floats(floats);
    this.whole = ints > 0;
  }

  static InputBuffer ofInts(int count) {
    return new InputBuffer(count, 0);
  }

  static InputBuffer ofFloats(int count) {
    return new InputBuffer(0, count);
  }

  IntBuffer ints() {
    return ints;
  }

  FloatBuffer floats() {
    return floats;
  }

  OnnxTensor tensor(int rows, int columns) throws OrtException {
    Long shape = ((long) rows << Integer.SIZE) | columns;
    OnnxTensor tensor = tensors.get(shape);
    if (tensor == null) {
      tensor = create(rows, columns);
      tensors.put(shape, tensor);
    }
    return tensor;
  }

  private OnnxTensor create(int rows, int columns) throws OrtException {
    long[] shape = {rows, columns};
    int count = rows * columns;
    return whole
        ? OnnxTensor.createTensor(OrtRuntime.environment(), ints.slice(0, count), shape)
        : OnnxTensor.createTensor(OrtRuntime.environment(), floats.slice(0, count), shape);
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
    tensors.clear();
  }
}
