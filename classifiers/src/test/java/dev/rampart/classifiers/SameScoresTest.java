package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text's scores by linear models are the same bits, whatever it is scored with. */
class SameScoresTest {
  @TempDir Path models;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @BeforeEach
  void writeModels() throws IOException {
    ModelFactory factory = new ModelFactory(models);
    factory.write(new ModelId("mood", "1"), List.of("calm", "cross", "merry"), 1);
    factory.write(new ModelId("topic", "1"), List.of("sport"), 2);
    factory.write(new ModelId("tone", "7"), List.of("formal", "blunt"), 3);
  }

  @Test
  void shouldBeTheSameBitsInBatchesOf1And7And256() {
    List<String> texts = texts();
    List<List<float[]>> bySize = new ArrayList<>();
    try (ScoringEngine engine = start(true)) {
      for (int size : new int[] {1, 7, 256}) {
        bySize.add(scores(engine, texts, size));
      }
    }
    assertSame(bySize.get(0), bySize.get(1));
    assertSame(bySize.get(0), bySize.get(2));
  }

  @Test
  void shouldBeTheSameBitsWhetherModelsAreFusedOrRunOneByOne() {
    List<String> texts = texts();
    try (ScoringEngine fused = start(true);
        ScoringEngine single = start(false)) {
      assertSame(scores(fused, texts, 256), scores(single, texts, 256));
    }
    assertThat(registry.find("rampart.model.batch").tag("model", "mood+tone+topic").summary())
        .isNotNull();
    assertThat(registry.find("rampart.model.batch").tag("model", "tone").summary()).isNotNull();
  }

  @Test
  void shouldBeTheSameBitsFromTheShippedModels() {
    List<String> texts = texts();
    ModelRepository shipped = new ModelRepository(Path.of("models"));
    try (ScoringEngine fused = start(shipped, true);
        ScoringEngine single = start(shipped, false)) {
      List<float[]> alone = scores(single, texts, 1);
      assertSame(scores(fused, texts, 256), alone);
      assertSame(scores(fused, texts, 7), alone);
    }
  }

  private ScoringEngine start(boolean fused) {
    return start(new ModelRepository(models), fused);
  }

  /** The models that read text. */
  private ScoringEngine start(ModelRepository repository, boolean fused) {
    List<EngineSettings.Assignment> texts =
        repository.newest().stream()
            .filter(id -> repository.manifest(id).input() instanceof InputSpec.HashedText)
            .map(EngineSettings.Assignment::live)
            .toList();
    return ScoringEngine.start(
        repository,
        EngineSettings.defaults().withWorkers(1).withFused(fused).withAssignments(texts),
        registry);
  }

  private static void assertSame(List<float[]> some, List<float[]> others) {
    assertThat(some).hasSameSizeAs(others);
    for (int i = 0; i < some.size(); i++) {
      assertThat(some.get(i)).containsExactly(others.get(i));
    }
  }

  private static List<float[]> scores(ScoringEngine engine, List<String> texts, int size) {
    List<float[]> scores = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += size) {
      List<ScoringTicket> tickets =
          texts.subList(from, Math.min(texts.size(), from + size)).stream()
              .map(text -> engine.submit(ScoringRequest.ofText(text, "anna")))
              .toList();
      for (ScoringTicket ticket : tickets) {
        await(ticket);
        ticket.scores().forEach(score -> scores.add(((Scored) score).values()));
      }
    }
    return scores;
  }

  private static void await(ScoringTicket ticket) {
    try {
      assertThat(ticket.await(Duration.ofSeconds(60))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts() {
    SplittableRandom random = new SplittableRandom(5);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 512; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(i % 50 == 0 ? 400 : 40); n >= 0; n--) {
        text.append(Integer.toString(random.nextInt(36 * 36 * 36), 36)).append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
