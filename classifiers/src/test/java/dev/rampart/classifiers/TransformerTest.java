package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.onnx.ElementType;
import dev.rampart.classifiers.onnx.GraphWriter;
import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small encoder with attention pooling, named and shaped as exports from the usual Python tools
 * are.
 */
class TransformerTest {
  private static final List<String> PIECES =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "red", "green", "blue", "##ish", "sky", "grass",
          "rose", "!");
  private static final int WIDTH = 16;

  @TempDir Path models;

  private static byte[] graph() {
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

  private void write(String activation) throws IOException {
    Path folder = Files.createDirectories(models.resolve("colour/1"));
    byte[] graph = graph();
    byte[] vocabulary = String.join("\n", PIECES).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Files.write(folder.resolve(Manifest.GRAPH), graph);
    Files.write(folder.resolve(Manifest.VOCABULARY), vocabulary);
    Files.writeString(
        folder.resolve(Manifest.NAME),
        """
        format: 1
        name: colour
        version: "1"
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
                activation, ModelRepository.sha256(graph), ModelRepository.sha256(vocabulary)));
  }

  @Test
  void shouldScoreAlikeAloneAndPaddedInABatch() throws IOException, InterruptedException {
    write("sigmoid");
    List<String> texts = texts();
    try (ScoringEngine engine = start()) {
      List<float[]> alone = new ArrayList<>();
      for (String text : texts) {
        alone.add(values(engine.submit(ScoringRequest.ofText(text, "anna"))));
      }
      List<ScoringTicket> together =
          texts.stream().map(text -> engine.submit(ScoringRequest.ofText(text, "anna"))).toList();
      for (int i = 0; i < texts.size(); i++) {
        assertThat(values(together.get(i))).containsExactly(alone.get(i), within(1e-5f));
      }
      assertThat(alone.get(0)).isNotEqualTo(alone.get(1));
    }
  }

  @Test
  void shouldMakeLabelsThatExcludeEachOtherSumToOne() throws IOException, InterruptedException {
    write("softmax");
    try (ScoringEngine engine = start()) {
      float[] scores = values(engine.submit(ScoringRequest.ofText("blueish sky!", "anna")));
      assertThat(scores[0] + scores[1]).isCloseTo(1, within(1e-5f));
    }
  }

  private ScoringEngine start() {
    return ScoringEngine.start(
        new ModelRepository(models), EngineSettings.defaults(), new SimpleMeterRegistry());
  }

  private static float[] values(ScoringTicket ticket) throws InterruptedException {
    assertThat(ticket.await(Duration.ofSeconds(60))).isTrue();
    return ((Scored) ticket.scores().get(0)).values();
  }

  private static List<String> texts() {
    SplittableRandom random = new SplittableRandom(2);
    List<String> texts = new ArrayList<>(List.of("red rose", "blue sky"));
    for (int i = 0; i < 200; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(50); n >= 0; n--) {
        text.append(PIECES.get(4 + random.nextInt(7)).replace("##", "")).append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
