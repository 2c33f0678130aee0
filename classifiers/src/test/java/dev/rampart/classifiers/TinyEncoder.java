package dev.rampart.classifiers;

import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.onnx.ElementType;
import dev.rampart.classifiers.onnx.GraphWriter;
import dev.rampart.classifiers.repository.ModelRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small encoder with attention pooling, named and shaped as exports from the usual Python tools
 * are.
 */
final class TinyEncoder {
  static final List<String> PIECES =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "red", "green", "blue", "##ish", "sky", "grass",
          "rose", "!");
  private static final int WIDTH = 16;

  private TinyEncoder() {}

  static byte[] graph() {
    SplittableRandom random = new SplittableRandom(8);
    return new GraphWriter("encoder")
        .input("input_ids", ElementType.INT64, List.of("batch", "k"))
        .input("attention_mask", ElementType.INT64, List.of("batch", "k"))
        .floats("embedding", weights(random, PIECES.size() * WIDTH), PIECES.size(), WIDTH)
        .floats("query", weights(random, WIDTH), WIDTH, 1)
        .floats("head", weights(random, WIDTH * 2), WIDTH, 2)
        .floats("unit", new float[] {1}, 1)
        .floats("never", new float[] {-1e9f}, 1)
        .longs("axis1", 1)
        .longs("axis2", 2)
        .node("Gather", List.of("embedding", "input_ids"), "x")
        .node("MatMul", List.of("x", "query"), "asked")
        .node("Squeeze", List.of("asked", "axis2"), "attention")
        .node("Cast", List.of("attention_mask"), "mask", GraphWriter.castTo(ElementType.FLOAT))
        .node("Sub", List.of("unit", "mask"), "absent")
        .node("Mul", List.of("absent", "never"), "bias")
        .node("Add", List.of("attention", "bias"), "masked")
        .node("Softmax", List.of("masked"), "weights")
        .node("Unsqueeze", List.of("weights", "axis1"), "row")
        .node("MatMul", List.of("row", "x"), "pooled3")
        .node("Squeeze", List.of("pooled3", "axis1"), "pooled")
        .node("MatMul", List.of("pooled", "head"), "logits")
        .output("logits", ElementType.FLOAT, List.of("batch", 2))
        .toBytes();
  }

  private static float[] weights(SplittableRandom random, int count) {
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = (float) (random.nextDouble() * 2 - 1);
    }
    return weights;
  }

  /** Writes it as a version of a repository. */
  static void write(Path models, ModelId id, String activation) throws IOException {
    Path folder = Files.createDirectories(models.resolve(id.name()).resolve(id.version()));
    byte[] graph = graph();
    byte[] vocabulary = String.join("\n", PIECES).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve(Manifest.GRAPH), graph);
    Files.write(folder.resolve(Manifest.VOCABULARY), vocabulary);
    Files.writeString(
        folder.resolve(Manifest.NAME),
        """
        format: 1
        name: %s
        version: "%s"
        input: {kind: word-pieces, max-length: 64, output: logits, activation: %s}
        labels: [warm, cold]
        batch: {items: 32, numbers: 1024, lengths: [8, 16, 32, 64]}
        device: auto
        precision: 32-bit floats
        calibration: none
        operating-points:
          - {false-positive-rate: 0.01, thresholds: {warm: 0.5, cold: 0.5}}
        files: {model.onnx: %s, vocab.txt: %s}
        golden:
          tolerance: 1.0
          texts:
            - {text: red rose, scores: [0.5, 0.5]}
        """
            .formatted(
                id.name(),
                id.version(),
                activation,
                ModelRepository.sha256(graph),
                ModelRepository.sha256(vocabulary)));
  }

  /** Puts a tokeniser file in the place of the list of pieces. */
  static void useTokeniserFile(Path models, ModelId id, String kind) throws IOException {
    Path folder = models.resolve(id.name()).resolve(id.version());
    String vocabulary =
        IntStream.range(0, PIECES.size())
            .mapToObj(i -> "\"%s\": %d".formatted(PIECES.get(i), i))
            .collect(Collectors.joining(", "));
    byte[] file =
        """
        {"normalizer": {"type": "BertNormalizer", "lowercase": true},
         "model": {"type": "%s", "continuing_subword_prefix": "##", "vocab": {%s}}}
        """
            .formatted(kind, vocabulary)
            .getBytes(StandardCharsets.UTF_8);
    Files.delete(folder.resolve(Manifest.VOCABULARY));
    Files.write(folder.resolve(Manifest.TOKENISER), file);
    Path manifest = folder.resolve(Manifest.NAME);
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceAll("vocab.txt: [0-9a-f]+", "tokenizer.json: " + ModelRepository.sha256(file)));
  }
}
