package dev.rampart.ops.bench.classifiers;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.Priority;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.manifest.InputSpec.FeatureVector;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.onnx.ElementType;
import dev.rampart.classifiers.onnx.GraphWriter;
import dev.rampart.classifiers.repository.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A made-up model that takes much longer to run than to feed: three dense layers over a feature
 * vector. Its scores mean nothing.
 *
 * @param input features that it reads
 * @param depth how often the inner layer is applied to its own output, as an encoder uses its
 *     weights once for each token; a run takes about as long
 */
record DenseNet(FeatureVector input, int depth) {
  static final ModelId ID = new ModelId("dense", "1");

  /** Items of its largest batch: about where ONNX Runtime alone is fastest on a few cores. */
  static final int BATCH = 64;

  private static final int HIDDEN = 1024;

  /** Over 64 features of no meaning. */
  static final DenseNet USUAL =
      new DenseNet(
          new FeatureVector("bench", IntStream.range(0, 64).mapToObj(i -> "f" + i).toList()), 1);

  int width() {
    return input.names().size();
  }

  byte[] graph() {
    SplittableRandom random = new SplittableRandom(1);
    GraphWriter graph =
        new GraphWriter("dense")
            .input("features", ElementType.FLOAT, List.of("batch", width()))
            .floats("first", weights(random, width() * HIDDEN), width(), HIDDEN)
            .floats("inner", weights(random, HIDDEN * HIDDEN), HIDDEN, HIDDEN)
            .floats("head", weights(random, HIDDEN), HIDDEN, 1)
            .node("MatMul", List.of("features", "first"), "h0")
            .node("Relu", List.of("h0"), "r0");
    for (int layer = 1; layer <= depth; layer++) {
      graph
          .node("MatMul", List.of("r" + (layer - 1), "inner"), "h" + layer)
          .node("Relu", List.of("h" + layer), "r" + layer);
    }
    return graph
        .node("MatMul", List.of("r" + depth, "head"), "logits")
        .node("Sigmoid", List.of("logits"), "scores")
        .output("scores", ElementType.FLOAT, List.of("batch", 1))
        .toBytes();
  }

  private static float[] weights(SplittableRandom random, int count) {
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = (float) (random.nextDouble() - 0.5) / 8;
    }
    return weights;
  }

  /** Requests with random features. */
  List<ScoringRequest> requests(int count) {
    SplittableRandom random = new SplittableRandom(2);
    return IntStream.range(0, count)
        .mapToObj(i -> new ScoringRequest("", "bench", weights(random, width()), Priority.NORMAL))
        .toList();
  }

  /** Writes it as a version of a repository. */
  void write(Path root) throws IOException {
    byte[] graph = graph();
    Path folder = Files.createDirectories(root.resolve(ID.name()).resolve(ID.version()));
    Files.write(folder.resolve(Manifest.GRAPH), graph);
    String zeros = String.join(", ", Collections.nCopies(width(), "0.0"));
    Files.writeString(
        folder.resolve(Manifest.NAME),
        """
        format: 1
        name: dense
        version: "1"
        input: {kind: features, catalogue: "%s", names: [%s]}
        labels: [risk]
        batch: {items: %d, numbers: %d, lengths: [%d]}
        device: auto
        precision: 32-bit floats
        calibration: none
        operating-points:
          - {false-positive-rate: 0.01, thresholds: {risk: 0.5}}
        files: {model.onnx: %s}
        golden:
          tolerance: 0.001
          texts:
            - {text: "", features: [%s], scores: [0.5]}
        """
            .formatted(
                input.catalogue(),
                String.join(", ", input.names()),
                BATCH,
                BATCH * width(),
                width(),
                ModelRepository.sha256(graph),
                zeros));
  }
}
