package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rampart.classifiers.manifest.BatchLimits;
import dev.rampart.classifiers.manifest.Manifest;
import java.util.Map;
import java.util.Set;

/** Runs a model that reads the feature vector of the request; there is nothing to pad. */
final class VectorRunner implements ModelRunner {
  private final OrtSession session;
  private final RunSwitch halt = new RunSwitch();
  private final VectorEncoder encoder;
  private final InputBuffer features;
  private final ScoreBuffer scores;
  private int[] items = {};

  VectorRunner(Manifest manifest, OrtSession session, VectorEncoder encoder) {
    BatchLimits limits = manifest.limits();
    this.session = session;
    this.encoder = encoder;
    this.features = InputBuffer.ofFloats(limits.items() * encoder.size());
    this.scores = new ScoreBuffer(limits.items(), manifest.labels().size());
  }

  @Override
  public void prepare(int[] prepared, int count) {
    items = prepared;
  }

  @Override
  public int length(int position) {
    return encoder.size();
  }

  @Override
  public void run(int[] positions, int from, int to, int padded, float[] out) throws OrtException {
    int batch = to - from;
    int size = encoder.size();
    for (int row = 0; row < batch; row++) {
      features
          .floats()
          .put(row * size, encoder.values(), items[positions[from + row]] * size, size);
    }
    Map<String, ai.onnxruntime.OnnxTensor> inputs =
        Map.of("features", features.tensor(batch, size));
    try (var result =
        session.run(inputs, Set.of(), Map.of("scores", scores.tensor(batch)), halt.options())) {
      for (int row = 0; row < batch; row++) {
        scores.read(row, out, positions[from + row]);
      }
    }
  }

  @Override
  public int paddingWorthARun() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void terminate(boolean wanted) {
    halt.terminate(wanted);
  }

  @Override
  public void close() {
    features.close();
    scores.close();
    halt.close();
  }
}
