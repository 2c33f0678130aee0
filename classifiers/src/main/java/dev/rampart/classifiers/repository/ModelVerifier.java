package dev.rampart.classifiers.repository;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.rampart.classifiers.Priority;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.manifest.GoldenText;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.manifest.Problem;
import dev.rampart.classifiers.runtime.BatchCutter;
import dev.rampart.classifiers.runtime.Encoder;
import dev.rampart.classifiers.runtime.LoadedModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Holds a loaded graph against what its manifest says: inputs, output, and the scores of the golden
 * texts, one by one and in one batch.
 */
final class ModelVerifier {
  private final LoadedModel model;
  private final OrtSession session;
  private final String file;
  private final List<Problem> problems;

  ModelVerifier(Path folder, LoadedModel model, OrtSession session, List<Problem> problems) {
    this.model = model;
    this.session = session;
    this.file = folder.resolve(Manifest.GRAPH).toString();
    this.problems = problems;
  }

  /** Adds what is wrong to the problems. The golden run is also the model's warm-up. */
  void verify() {
    int before = problems.size();
    inputs().forEach((name, shape) -> check("input " + name, found(name, true), shape));
    check(
        "output " + output(),
        found(output(), false),
        "FLOAT [-1, " + model.manifest().labels().size() + "]");
    if (problems.size() == before) {
      golden();
    }
  }

  private String output() {
    return model.manifest().input() instanceof InputSpec.WordPieces pieces
        ? pieces.output()
        : "scores";
  }

  private Map<String, String> inputs() {
    if (model.manifest().input() instanceof InputSpec.WordPieces) {
      return Map.of("input_ids", "INT64 [-1, -1]", "attention_mask", "INT64 [-1, -1]");
    }
    if (model.manifest().input() instanceof InputSpec.FeatureVector vector) {
      return Map.of("features", "FLOAT [-1, " + vector.size() + "]");
    }
    return Map.of("ids", "INT32 [-1, -1]", "scale", "FLOAT [-1, 1]");
  }

  private void check(String field, String found, String allowed) {
    if (!found.equals(allowed)) {
      problems.add(new Problem(file, field, found, allowed));
    }
  }

  private String found(String name, boolean input) {
    try {
      Map<String, NodeInfo> nodes = input ? session.getInputInfo() : session.getOutputInfo();
      NodeInfo node = nodes.get(name);
      return node == null ? "only " + nodes.keySet() : describe((TensorInfo) node.getInfo());
    } catch (OrtException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String describe(TensorInfo info) {
    OnnxJavaType type = info.type;
    return type + " " + Arrays.toString(info.getShape());
  }

  private void golden() {
    List<GoldenText> golden = model.manifest().golden();
    Encoder encoder = Encoder.of(model.manifest().input());
    try (BatchCutter cutter = new BatchCutter(model, encoder, 0, new Silent())) {
      for (int first = 0; first < golden.size(); first++) {
        compare(encoder, cutter, golden.subList(first, first + 1));
      }
      compare(encoder, cutter, golden);
    }
  }

  private void compare(Encoder encoder, BatchCutter cutter, List<GoldenText> golden) {
    encoder.clear();
    int[] items = new int[golden.size()];
    for (int i = 0; i < items.length; i++) {
      encoder.add(request(golden.get(i)));
      items[i] = i;
    }
    cutter.score(items, items.length);
    for (int i = 0; i < items.length; i++) {
      compare(golden.get(i), cutter.scores(i), String.valueOf(cutter.failure(i)));
    }
  }

  private static ScoringRequest request(GoldenText golden) {
    float[] features = new float[golden.features().size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = golden.features().get(i).floatValue();
    }
    return new ScoringRequest(golden.text(), "golden", features, Priority.NORMAL);
  }

  private void compare(
      GoldenText golden, float @org.jspecify.annotations.Nullable [] scores, String failure) {
    String field = "golden text \"" + golden.text() + "\"";
    if (scores == null) {
      check(field, failure, golden.scores().toString());
      return;
    }
    double tolerance = model.manifest().toleranceOn(model.device());
    for (int l = 0; l < scores.length; l++) {
      if (!(Math.abs(scores[l] - golden.scores().get(l)) <= tolerance)) {
        check(field, Arrays.toString(scores), golden.scores() + " to within " + tolerance);
        return;
      }
    }
  }

  /** Golden runs are nobody's traffic. */
  private static final class Silent implements BatchCutter.RunObserver {
    @Override
    public void ran(int rows, long numbers, long padded, long nanos) {}

    @Override
    public void failed(int rows, String message) {}
  }
}
