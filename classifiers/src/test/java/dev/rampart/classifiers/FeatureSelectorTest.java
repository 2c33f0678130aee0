package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.onnx.ElementType;
import dev.rampart.classifiers.onnx.GraphWriter;
import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureSelectorTest {
  private static final ModelId MODEL = new ModelId("vector", "1");

  @TempDir Path root;
  private ModelRepository repository;

  @BeforeEach
  void writeAModelThatReadsOneFeature() throws IOException {
    byte[] graph =
        new GraphWriter("echo")
            .input("features", ElementType.FLOAT, List.of("batch", 1))
            .node("Identity", List.of("features"), "scores")
            .output("scores", ElementType.FLOAT, List.of("batch", 1))
            .toBytes();
    new ModelFactory(root).writeVector(MODEL, graph, 1);
    repository = new ModelRepository(root);
  }

  private ScoringEngine engine() {
    return ScoringEngine.start(repository, EngineSettings.defaults(), new SimpleMeterRegistry());
  }

  @Test
  void shouldHandOverTheFeaturesThatTheModelNamesWhereverTheCatalogueHasThem() throws Exception {
    try (Scorer scorer = FeatureSelector.over(engine(), repository, List.of("zero", "one"))) {
      ScoringTicket ticket =
          scorer.submit(ScoringRequest.ofText("", "anna").withFeatures(new float[] {0.25f, 0.75f}));
      ticket.await(Duration.ofSeconds(20));
      assertThat(ticket.scores())
          .singleElement()
          .isInstanceOfSatisfying(
              Scored.class, scored -> assertThat(scored.values()).containsExactly(0.75f));
    }
  }

  @Test
  void shouldRefuseAModelThatReadsAFeatureWhichTheCatalogueLacks() {
    assertThatThrownBy(() -> FeatureSelector.over(engine(), repository, List.of("two")))
        .isInstanceOf(ModelRefusedException.class)
        .hasMessageContaining("input.names: found one, allowed: a feature of the catalogue");
  }
}
