package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapTest {
  private static final ModelId FIRST = new ModelId("mood", "1");
  private static final ModelId SECOND = new ModelId("mood", "2");
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path models;

  private Path second = Path.of(".");

  @BeforeEach
  void writeModels() throws IOException {
    ModelFactory factory = new ModelFactory(models);
    factory.write(FIRST, List.of("calm"), 1);
    second = factory.write(SECOND, List.of("calm"), 2);
  }

  private ScoringEngine start(Assignment... assignments) {
    EngineSettings settings = EngineSettings.defaults().withAssignments(List.of(assignments));
    return ScoringEngine.start(new ModelRepository(models), settings, new SimpleMeterRegistry());
  }

  @Test
  void shouldLoseNothingWhenModelsAreSwappedUnderLoad() throws InterruptedException {
    List<ScoringTicket> tickets = new ArrayList<>();
    try (ScoringEngine engine = start(Assignment.live(FIRST))) {
      Thread load =
          new Thread(
              () ->
                  IntStream.range(0, 20_000)
                      .forEach(
                          i ->
                              tickets.add(
                                  engine.submit(ScoringRequest.ofText("message " + i, "anna")))));
      load.start();
      for (int i = 0; i < 20; i++) {
        engine.swap(List.of(Assignment.live(i % 2 == 0 ? SECOND : FIRST)));
      }
      load.join();
    }
    assertThat(tickets)
        .hasSize(20_000)
        .allSatisfy(
            ticket -> assertThat(ticket.scores()).singleElement().isInstanceOf(Scored.class));
  }

  @Test
  void shouldLoseNothingWhenTheModelFoldersAreCorruptedUnderLoad() throws Exception {
    List<ScoringTicket> tickets = new ArrayList<>();
    try (ScoringEngine engine = start(Assignment.live(FIRST))) {
      Thread load =
          new Thread(
              () ->
                  IntStream.range(0, 20_000)
                      .forEach(
                          i ->
                              tickets.add(
                                  engine.submit(ScoringRequest.ofText("message " + i, "anna")))));
      load.start();
      Files.write(second.resolve(Manifest.GRAPH), new byte[100]);
      Files.delete(models.resolve("mood/1").resolve(Manifest.GRAPH));
      for (int i = 0; i < 10; i++) {
        assertThatThrownBy(() -> engine.swap(List.of(Assignment.live(SECOND))))
            .isInstanceOf(ModelRefusedException.class);
        engine.swap(List.of(Assignment.live(FIRST)));
      }
      load.join();
    }
    assertThat(tickets)
        .hasSize(20_000)
        .allSatisfy(
            ticket ->
                assertThat(ticket.scores())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        Scored.class, scored -> assertThat(scored.model().id()).isEqualTo(FIRST)));
  }

  @Test
  void shouldKeepTheLastGoodVersionWhenTheNextIsCorrupt() throws IOException, InterruptedException {
    Files.write(second.resolve(Manifest.GRAPH), new byte[100]);
    try (ScoringEngine engine = start(Assignment.live(FIRST))) {
      assertThatThrownBy(() -> engine.swap(List.of(Assignment.live(SECOND))))
          .isInstanceOf(ModelRefusedException.class);
      assertThat(engine.models()).extracting(ServedModel::id).containsExactly(FIRST);
      assertThat(score(engine, "anna").scores()).allMatch(Scored.class::isInstance);
    }
  }

  @Test
  void shouldAskTheCanaryForItsShareOfSubjectsAndAlwaysForTheSameOnes()
      throws InterruptedException {
    try (ScoringEngine engine = start(Assignment.live(FIRST), Assignment.canary(SECOND, 0.2))) {
      int canary = 0;
      for (int i = 0; i < 1000; i++) {
        List<ServedModel> asked = score(engine, "subject " + i).models();
        assertThat(asked).hasSize(1).isEqualTo(score(engine, "subject " + i).models());
        canary += asked.get(0).role() == ModelRole.CANARY ? 1 : 0;
      }
      assertThat(canary).isBetween(140, 260);
    }
  }

  @Test
  void shouldAskAShadowBesideTheLiveVersion() throws InterruptedException {
    try (ScoringEngine engine = start(Assignment.live(FIRST), Assignment.shadow(SECOND))) {
      assertThat(score(engine, "anna").models())
          .extracting(ServedModel::role)
          .containsExactly(ModelRole.LIVE, ModelRole.SHADOW);
    }
  }

  private static ScoringTicket score(ScoringEngine engine, String subject)
      throws InterruptedException {
    ScoringTicket ticket = engine.submit(ScoringRequest.ofText("hello", subject));
    assertThat(ticket.await(LONG)).isTrue();
    return ticket;
  }
}
