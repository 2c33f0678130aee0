package dev.rampart.ops.pipeline;

import dev.rampart.classifiers.onnx.ElementType;
import dev.rampart.classifiers.onnx.GraphWriter;
import dev.rampart.classifiers.repository.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Real models over the number of an author's mentions, whose runs fail at some of them. */
final class FaultyModels {
  /** A run of {@code thrower} fails where a feature is not below this. */
  static final int THROWS_FROM = 8;

  /** With so many mentions a run of {@code hanger} takes far longer than it is given. */
  static final int HANGS_AT = 34;

  private FaultyModels() {}

  /** Writes both into a repository. */
  static void write(Path repository) throws IOException {
    write(repository, "thrower", lookUp(), 0.125);
    write(repository, "hanger", cubed(), 0);
  }

  private static byte[] lookUp() {
    float[] table = new float[THROWS_FROM];
    for (int i = 0; i < table.length; i++) {
      table[i] = i / 8f;
    }
    return new GraphWriter("thrower")
        .input("features", ElementType.FLOAT, List.of("batch", 1))
        .floats("table", table, THROWS_FROM)
        .node("Cast", List.of("features"), "index", GraphWriter.castTo(ElementType.INT64))
        .node("Gather", List.of("table", "index"), "scores")
        .output("scores", ElementType.FLOAT, List.of("batch", 1))
        .toBytes();
  }

  /** Multiplies matrices whose rows are the cube of the largest feature. */
  private static byte[] cubed() {
    int width = 512;
    float[] weights = new float[width * width];
    Arrays.fill(weights, 1f / width);
    GraphWriter graph =
        new GraphWriter("hanger")
            .input("features", ElementType.FLOAT, List.of("batch", 1))
            .floats("weights", weights, width, width)
            .floats("row", new float[width], 1, width)
            .longs("width", width)
            .longs("one", 1)
            .node("ReduceMax", List.of("features"), "largest", Map.of("keepdims", 0))
            .node("Mul", List.of("largest", "largest"), "squared")
            .node("Mul", List.of("squared", "largest"), "cubed")
            .node("Cast", List.of("cubed"), "whole", GraphWriter.castTo(ElementType.INT64))
            .node("Reshape", List.of("whole", "one"), "rows")
            .node("Concat", List.of("rows", "width"), "shape", Map.of("axis", 0))
            .node("Expand", List.of("row", "shape"), "m0");
    for (int i = 0; i < 80; i++) {
      graph.node("MatMul", List.of("m" + i, "weights"), "m" + (i + 1));
    }
    return graph
        .node("ReduceMean", List.of("m80"), "mean", Map.of("keepdims", 0))
        .node("Sub", List.of("features", "features"), "zeros")
        .node("Add", List.of("zeros", "mean"), "scores")
        .output("scores", ElementType.FLOAT, List.of("batch", 1))
        .toBytes();
  }

  private static void write(Path repository, String name, byte[] graph, double expected)
      throws IOException {
    Path folder = Files.createDirectories(repository.resolve(name).resolve("1"));
    Files.write(folder.resolve("model.onnx"), graph);
    Files.writeString(
        folder.resolve("model.yaml"),
        """
        format: 1
        name: %s
        version: "1"
        input: {kind: features, catalogue: any, names: [author_mentions_1m]}
        labels: [risk]
        batch: {items: 64, numbers: 64, lengths: [1]}
        device: cpu
        precision: 32-bit floats
        calibration: none
        operating-points:
          - {false-positive-rate: 0.01, thresholds: {risk: 0.5}}
        files: {model.onnx: %s}
        golden:
          tolerance: 0.0001
          texts:
            - {text: "", features: [1.0], scores: [%s]}
        """
            .formatted(name, ModelRepository.sha256(graph), expected));
  }
}
