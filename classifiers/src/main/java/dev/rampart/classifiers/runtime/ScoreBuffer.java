package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The memory that a model writes its scores to: one tensor for each number of rows, all over the
 * same buffer, made when first needed.
 */
final class ScoreBuffer implements AutoCloseable {
  private final int labels;
  private final FloatBuffer values;
  private final @Nullable OnnxTensor[] tensors;

  ScoreBuffer(int rows, int labels) {
    this.labels = labels;
    this.values = DirectBuffers.floats(rows * labels);
    this.tensors = new OnnxTensor[rows + 1];
  }

  OnnxTensor tensor(int rows) throws OrtException {
    OnnxTensor tensor = tensors[rows];
    if (tensor == null) {
      tensor =
          OnnxTensor.createTensor(
              OrtRuntime.environment(), values.slice(0, rows * labels), new long[] {rows, labels});
      tensors[rows] = tensor;
    }
    return tensor;
  }

  /** Copies a row to a position of others of its kind. */
  void read(int row, float[] out, int position) {
    values.get(row * labels, out, position * labels, labels);
  }

  @Override
  public void close() {
    for (OnnxTensor tensor : tensors) {
      if (tensor != null) {
        tensor.close();
      }
    }
  }
}
