package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * One input of a model: a buffer, and a tensor over its front for each shape that was used, made
 * when first needed. Every run with a shape uses the same tensor and the same memory.
 */
final class InputBuffer implements AutoCloseable {
  private final Maker maker;
  private final IntBuffer ints;
  private final FloatBuffer floats;
  private final LongBuffer longs;
  private final Map<Long, OnnxTensor> tensors = new HashMap<>();

  /** Makes a tensor over the first numbers of the buffer. */
  private interface Maker {
    OnnxTensor over(int count, long[] shape) throws OrtException;
  }

  private InputBuffer(int ints, int floats, int longs) {
    this.ints = DirectBuffers.ints(ints);
    this.floats = DirectBuffers.floats(floats);
    this.longs = DirectBuffers.longs(longs);
    if (ints > 0) {
      this.maker = this::overInts;
    } else if (floats > 0) {
      this.maker = this::overFloats;
    } else {
      this.maker = this::overLongs;
    }
  }

  static InputBuffer ofInts(int count) {
    return new InputBuffer(count, 0, 0);
  }

  static InputBuffer ofFloats(int count) {
    return new InputBuffer(0, count, 0);
  }

  static InputBuffer ofLongs(int count) {
    return new InputBuffer(0, 0, count);
  }

  IntBuffer ints() {
    return ints;
  }

  FloatBuffer floats() {
    return floats;
  }

  LongBuffer longs() {
    return longs;
  }

  /** The tensor of a shape; valid until this is closed. */
  OnnxTensor tensor(int rows, int columns) throws OrtException {
    Long shape = ((long) rows << Integer.SIZE) | columns;
    OnnxTensor tensor = tensors.get(shape);
    if (tensor == null) {
      tensor = maker.over(rows * columns, new long[] {rows, columns});
      tensors.put(shape, tensor);
    }
    return tensor;
  }

  private OnnxTensor overInts(int count, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(OrtRuntime.environment(), ints.slice(0, count), shape);
  }

  private OnnxTensor overFloats(int count, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(OrtRuntime.environment(), floats.slice(0, count), shape);
  }

  private OnnxTensor overLongs(int count, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(OrtRuntime.environment(), longs.slice(0, count), shape);
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
    tensors.clear();
  }
}
