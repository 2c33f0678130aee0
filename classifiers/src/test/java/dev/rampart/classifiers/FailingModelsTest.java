package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.classifiers.onnx.ElementType;
import dev.rampart.classifiers.onnx.GraphWriter;
import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingModelsTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final float POISON = 99;

  @TempDir Path models;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  /** Looks the feature up in a table of eight: any other index fails the whole run. */
  private static byte[] lookUp() {
    return new GraphWriter("lookup")
        .input("features", ElementType.FLOAT, List.of("batch", 1))
        .floats("table", new float[] {0f, 0.125f, 0.25f, 0.375f, 0.5f, 0.625f, 0.75f, 0.875f}, 8)
        .node("Cast", List.of("features"), "index", GraphWriter.castTo(ElementType.INT64))
        .node("Gather", List.of("table", "index"), "scores")
        .output("scores", ElementType.FLOAT, List.of("batch", 1))
        .toBytes();
  }

  /** Multiplies matrices with as many rows as the feature says. */
  private static byte[] slow() {
    int width = 512;
    float[] weights = new float[width * width];
    Arrays.fill(weights, 1f / width);
    GraphWriter graph =
        new GraphWriter("slow")
            .input("features", ElementType.FLOAT, List.of("batch", 1))
            .floats("weights", weights, width, width)
            .floats("row", new float[width], 1, width)
            .longs("width", width)
            .longs("one", 1)
            .node("ReduceMax", List.of("features"), "largest", Map.of("keepdims", 0))
            .node("Cast", List.of("largest"), "whole", GraphWriter.castTo(ElementType.INT64))
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

  @Test
  void shouldScoreTheNeighboursOfAPoisonItem() throws IOException, InterruptedException {
    new ModelFactory(models).writeVector(new ModelId("risk", "1"), lookUp(), 0.125);
    try (ScoringEngine engine = start(EngineSettings.defaults())) {
      List<ScoringTicket> tickets =
          IntStream.range(0, 200)
              .mapToObj(i -> engine.submit(request(i % 50 == 17 ? POISON : i % 8)))
              .toList();
      for (int i = 0; i < tickets.size(); i++) {
        assertThat(tickets.get(i).await(LONG)).isTrue();
        ModelScore score = tickets.get(i).scores().get(0);
        if (i % 50 == 17) {
          assertThat(((Missing) score).reason()).isEqualTo("poison item: OrtException");
        } else {
          assertThat(((Scored) score).values()[0]).isCloseTo(i % 8 / 8f, within(1e-6f));
        }
      }
    }
  }

  @Test
  void shouldSayThatFeaturesAreMissing() throws IOException, InterruptedException {
    new ModelFactory(models).writeVector(new ModelId("risk", "1"), lookUp(), 0.125);
    try (ScoringEngine engine = start(EngineSettings.defaults())) {
      assertThat(reason(engine, ScoringRequest.ofText("no features", "anna")))
          .isEqualTo("input missing: 0 features, not 1");
    }
  }

  @Test
  void shouldStopAskingAModelThatAlwaysFails() throws IOException, InterruptedException {
    new ModelFactory(models).writeVector(new ModelId("risk", "1"), lookUp(), 0.125);
    try (ScoringEngine engine = start(EngineSettings.defaults())) {
      for (int i = 0; i < 3; i++) {
        assertThat(reason(engine, request(POISON))).startsWith("poison item");
      }
      assertThat(reason(engine, request(1))).isEqualTo("circuit open");
    }
  }

  @Test
  void shouldGiveUpARunThatHangsAndAnswer() throws IOException, InterruptedException {
    new ModelFactory(models).writeVector(new ModelId("risk", "1"), slow(), 0);
    try (ScoringEngine engine =
        start(EngineSettings.defaults().withLimits(LONG, Duration.ofMillis(30)))) {
      assertThat(reason(engine, request(100_000))).startsWith("run timed out");
      assertThat(reason(engine, request(1))).isEqualTo("circuit open");
    }
  }

  private ScoringEngine start(EngineSettings settings) {
    return ScoringEngine.start(new ModelRepository(models), settings, registry);
  }

  private static ScoringRequest request(float feature) {
    return new ScoringRequest("", "anna", new float[] {feature}, Priority.NORMAL);
  }

  private static String reason(ScoringEngine engine, ScoringRequest request)
      throws InterruptedException {
    ScoringTicket ticket = engine.submit(request);
    assertThat(ticket.await(LONG)).isTrue();
    return ((Missing) ticket.scores().get(0)).reason();
  }
}
