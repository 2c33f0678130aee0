package dev.rampart.ops.bench.classifiers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rampart.classifiers.ScoringRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * ONNX Runtime and nothing of ours: features are copied to a reused tensor, scores are written to
 * another, batch after batch.
 */
final class BareRuntime implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final int batch;
  private final FloatBuffer values;
  private final OnnxTensor features;
  private final OnnxTensor scores;

  BareRuntime(DenseNet net, int batch) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      this.session = environment.createSession(net.graph(), options);
    }
    int width = net.width();
    this.batch = batch;
    this.values = floats(batch * width);
    this.features = OnnxTensor.createTensor(environment, values, new long[] {batch, width});
    this.scores = OnnxTensor.createTensor(environment, floats(batch), new long[] {batch, 1});
  }

  private static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  /** Scores all of these but for the rest that fills no batch. */
  void pass(List<ScoringRequest> requests) throws OrtException {
    for (int from = 0; from + batch <= requests.size(); from += batch) {
      for (int i = 0; i < batch; i++) {
        float[] row = requests.get(from + i).features();
        values.put(i * row.length, row);
      }
      try (var result =
          session.run(Map.of("features", features), Set.of(), Map.of("scores", scores))) {
        if (result.size() != 1) {
          throw new IllegalStateException(result.size() + " outputs");
        }
      }
    }
  }

  @Override
  public void close() throws OrtException {
    features.close();
    scores.close();
    session.close();
  }
}
