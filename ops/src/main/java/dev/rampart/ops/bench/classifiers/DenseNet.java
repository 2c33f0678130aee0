package dev.rampart.ops.bench.classifiers;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.Priority;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.onnx.ElementType;
import dev.rampart.classifiers.onnx.GraphWriter;
import dev.rampart.classifiers.repository.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A made-up model that takes much longer to run than to feed: three dense layers over a feature
 * vector. Its scores mean nothing.
 */
final class DenseNet {
  static final ModelId ID = new ModelId("dense", "1");
  static final int WIDTH = 64;

  /** Items of its largest batch: about where ONNX Runtime alone is fastest on a few cores. */
  static final int BATCH = 64;

  private static final int HIDDEN = 1024;

  private DenseNet() {}

  static byte[] graph() {
    SplittableRandom random = new SplittableRandom(1);
    return new GraphWriter("dense")
        .input("features", ElementType.FLOAT, List.of("batch", WIDTH))
        .floats("first", weights(random, WIDTH * HIDDEN), WIDTH, HIDDEN)
        .floats("second", weights(random, HIDDEN * HIDDEN), HIDDEN, HIDDEN)
        .floats("head", weights(random, HIDDEN), HIDDEN, 1)
        .node("MatMul", List.of("features", "first"), "h1")
        .node("Relu", List.of("h1"), "r1")
        .node("MatMul", List.of("r1", "second"), "h2")
        .node("Relu", List.of("h2"), "r2")
        .node("MatMul", List.of("r2", "head"), "logits")
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
  static List<ScoringRequest> requests(int count) {
    SplittableRandom random = new SplittableRandom(2);
    return IntStream.range(0, count)
        .mapToObj(i -> new ScoringRequest("", "bench", weights(random, WIDTH), Priority.NORMAL))
        .toList();
  }

  /** Writes it as a version of a repository. */
  static void write(Path root) throws IOException {
    byte[] graph = graph();
    Path folder = Files.createDirectories(root.resolve(ID.name()).resolve(ID.version()));
    Files.write(folder.resolve(Manifest.GRAPH), graph);
    String names = String.join(", ", IntStream.range(0, WIDTH).mapToObj(i -> "f" + i).toList());
    String zeros = String.join(", ", IntStream.range(0, WIDTH).mapToObj(i -> "0.0").toList());
    Files.writeString(
        folder.resolve(Manifest.NAME),
        """
        format: 1
        name: dense
        version: "1"
        input: {kind: features, catalogue: bench, names: [%s]}
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
            .formatted(names, BATCH, BATCH * WIDTH, WIDTH, ModelRepository.sha256(graph), zeros));
  }
}
