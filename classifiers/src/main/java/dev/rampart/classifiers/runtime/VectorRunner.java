package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rampart.classifiers.manifest.BatchLimits;
import java.util.Map;
import java.util.Set;

/** Runs a model that reads the feature vector of the request; there is nothing to pad. */
final class VectorRunner implements ModelRunner {
  private final LoadedModel model;
  private final VectorEncoder encoder;
  private final InputBuffer features;
  private final ScoreBuffer scores;
  private int[] items = {};

  VectorRunner(LoadedModel model, VectorEncoder encoder) {
    BatchLimits limits = model.manifest().limits();
    this.model = model;
    this.encoder = encoder;
    this.features = InputBuffer.ofFloats(limits.items() * encoder.size());
    this.scores = new ScoreBuffer(limits.items(), model.manifest().labels().size());
  }

  @Override
  public LoadedModel model() {
    return model;
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
  public void run(
      int[] positions, int from, int to, int padded, float[][] out, OrtSession.RunOptions options)
      throws OrtException {
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
        model.session().run(inputs, Set.of(), Map.of("scores", scores.tensor(batch)), options)) {
      for (int row = 0; row < batch; row++) {
        out[positions[from + row]] = scores.row(row);
      }
    }
  }

  @Override
  public int paddingWorthARun() {
    return Integer.MAX_VALUE;
  }

  @Override
  public void close() {
    features.close();
    scores.close();
  }
}
