package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.onnx.ElementType;
import dev.rampart.classifiers.onnx.GraphWriter;
import dev.rampart.classifiers.onnx.LinearGraph;
import dev.rampart.classifiers.onnx.LinearTable;
import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine without a CUDA device. */
class DeviceTest {
  private static final ModelId MOOD = new ModelId("mood", "1");

  @TempDir Path models;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Path folder = Path.of(".");

  @BeforeEach
  void writeModel() throws IOException {
    folder = new ModelFactory(models).write(MOOD, List.of("calm", "cross"), 1);
  }

  @Test
  void shouldFallBackToTheCpuAndSaySoInHealthAndAMeter() throws Exception {
    replace("device: cpu", "device: auto");
    try (ScoringEngine engine = start()) {
      assertThat(engine.concerns())
          .singleElement()
          .asString()
          .startsWith("mood/1 wants auto, runs on cpu: no CUDA: ");
      assertThat(registry.get("rampart.model.fallback").tag("model", "mood").gauge().value())
          .isEqualTo(1);
      assertThat(scores(engine, "hello")).hasSize(2);
    }
  }

  @Test
  void shouldHaveNothingToSayWhereTheModelRunsWhereItIsWanted() {
    try (ScoringEngine engine = start()) {
      assertThat(engine.concerns()).isEmpty();
      assertThat(registry.get("rampart.model.fallback").gauge().value()).isEqualTo(0);
    }
  }

  @Test
  void shouldRefuseToStartWithoutTheDeviceThatIsAskedForByNameAndSayWhy() throws IOException {
    for (String device : List.of("cuda", "tensorrt")) {
      replace("device: cpu", "device: " + device);
      assertThatThrownBy(this::start)
          .isInstanceOf(ModelRefusedException.class)
          .hasMessageContaining("model.onnx: found ")
          .hasMessageContaining("allowed: a graph that ONNX Runtime opens on " + device);
      replace("device: " + device, "device: cpu");
    }
  }

  @Test
  void shouldOpenTheGraphOfTheDeviceThatItRunsOn() throws Exception {
    byte[] usual = Files.readAllBytes(folder.resolve(Manifest.GRAPH));
    Files.write(folder.resolve("model.cpu.onnx"), usual);
    Files.write(folder.resolve(Manifest.GRAPH), new byte[] {1, 2, 3});
    String sum = ModelRepository.sha256(usual);
    replace(
        "model.onnx: " + sum,
        "model.onnx: "
            + ModelRepository.sha256(new byte[] {1, 2, 3})
            + "\n  model.cpu.onnx: "
            + sum);
    replace("device: cpu", "device: cpu\ngraphs: {cpu: model.cpu.onnx}");
    try (ScoringEngine engine = start()) {
      assertThat(scores(engine, "hello")).hasSize(2);
    }
  }

  @Test
  void shouldRefuseDevicesAndGraphsThatCannotBe() throws IOException {
    replace(
        "device: cpu",
        "device: cpu\ndevices: [0, 0]\ngraphs: {toaster: model.onnx, cpu: other.onnx}\nfallback: mood");
    assertThatThrownBy(this::start)
        .hasMessageContaining("devices: found [0, 0], allowed: numbers of CUDA devices")
        .hasMessageContaining("allowed: among [cpu, cuda, tensorrt]")
        .hasMessageContaining("files.other.onnx: found nothing, allowed: its SHA-256")
        .hasMessageContaining("fallback: found mood, allowed: another model");
  }

  @Test
  void shouldRefuseAStandbyThatIsNotThereOrLacksALabel() throws IOException {
    replace("device: cpu", "device: cpu\nfallback: lite");
    assertThatThrownBy(this::start).hasMessageContaining("fallback lite: found no such model");
    new ModelFactory(models).write(new ModelId("lite", "4"), List.of("calm"), 2);
    assertThatThrownBy(this::start)
        .hasMessageContaining(
            "found lite/4 with labels [calm], allowed: one that has [calm, cross]");
  }

  @Test
  void shouldScoreIn16BitsAsIn32ToWithinAThresholdsWidth() throws Exception {
    byte[] whole = Files.readAllBytes(folder.resolve(Manifest.GRAPH));
    byte[] half = halves(Objects.requireNonNull(LinearGraph.read(whole)));
    Path other =
        new ModelFactory(models).write(new ModelId("mood16", "1"), List.of("calm", "cross"), 1);
    Files.write(other.resolve(Manifest.GRAPH), half);
    Path file = other.resolve(Manifest.NAME);
    String sum = ModelRepository.sha256(whole);
    Files.writeString(
        file,
        Files.readString(file)
            .replace(sum, ModelRepository.sha256(half))
            .replace("tolerance: 0.0001", "tolerance: 0.0001\n  tolerances: {cpu: 0.005}"));
    try (ScoringEngine engine = start()) {
      for (int i = 0; i < 200; i++) {
        ScoringTicket ticket = ticket(engine, "message " + Integer.toString(i * 48_271, 36));
        float[] in32 = ((Scored) ticket.scores().get(0)).values();
        float[] in16 = ((Scored) ticket.scores().get(1)).values();
        assertThat(in16).containsExactly(in32, within(0.005f));
      }
    }
  }

  /** The linear graph with all of its arithmetic in 16 bits. */
  private static byte[] halves(LinearTable table) {
    int labels = table.labels();
    return new GraphWriter("halves")
        .input("ids", ElementType.INT32, List.of("batch", "k"))
        .input("scale", ElementType.FLOAT, List.of("batch", 1))
        .halves("table", table.weights(), table.rows(), labels)
        .halves("bias", table.bias(), labels)
        .longs("axis", 1)
        .node("Cast", List.of("scale"), "scale16", GraphWriter.castTo(ElementType.FLOAT16))
        .node("Gather", List.of("table", "ids"), "rows")
        .node("ReduceSum", List.of("rows", "axis"), "sums", Map.of("keepdims", 0))
        .node("Mul", List.of("sums", "scale16"), "scaled")
        .node("Add", List.of("scaled", "bias"), "logits")
        .node("Sigmoid", List.of("logits"), "scores16")
        .node("Cast", List.of("scores16"), "scores", GraphWriter.castTo(ElementType.FLOAT))
        .output("scores", ElementType.FLOAT, List.of("batch", labels))
        .toBytes();
  }

  private ScoringEngine start() {
    return ScoringEngine.start(new ModelRepository(models), EngineSettings.defaults(), registry);
  }

  private static float[] scores(ScoringEngine engine, String text) throws InterruptedException {
    return ((Scored) ticket(engine, text).scores().get(0)).values();
  }

  private static ScoringTicket ticket(ScoringEngine engine, String text)
      throws InterruptedException {
    ScoringTicket ticket = engine.submit(ScoringRequest.ofText(text, "anna"));
    assertThat(ticket.await(Duration.ofSeconds(60))).isTrue();
    return ticket;
  }

  private void replace(String from, String to) throws IOException {
    Path file = folder.resolve(Manifest.NAME);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
