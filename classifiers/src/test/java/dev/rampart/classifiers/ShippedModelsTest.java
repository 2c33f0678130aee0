package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShippedModelsTest {
  private final ModelRepository repository = new ModelRepository(Path.of("models"));

  @Test
  void shouldPassTheirOwnChecks() {
    assertThat(repository.list())
        .isNotEmpty()
        .allSatisfy(id -> repository.load(id).leases().release(1));
  }

  @Test
  void shouldTellAnInsultFromAGreeting() throws InterruptedException {
    try (ScoringEngine engine =
        ScoringEngine.start(repository, EngineSettings.defaults(), new SimpleMeterRegistry())) {
      assertThat(toxic(engine, "shut up you stupid idiot")).isGreaterThan(0.8f);
      assertThat(toxic(engine, "good morning everyone, the tea is ready")).isLessThan(0.2f);
    }
  }

  private static float toxic(ScoringEngine engine, String text) throws InterruptedException {
    ScoringTicket ticket = engine.submit(ScoringRequest.ofText(text, "anna"));
    assertThat(ticket.await(Duration.ofSeconds(60))).isTrue();
    return ticket.scores().stream()
        .filter(score -> score.model().id().name().equals("toxicity"))
        .map(score -> ((Scored) score).values()[score.model().labels().indexOf("toxic")])
        .findFirst()
        .orElseThrow();
  }
}
