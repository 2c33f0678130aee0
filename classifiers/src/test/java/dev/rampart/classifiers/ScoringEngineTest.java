package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.classifiers.repository.ModelRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringEngineTest {
  private static final ModelId MOOD = new ModelId("mood", "1");
  private static final ModelId TOPIC = new ModelId("topic", "1");
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path models;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @BeforeEach
  void writeModels() throws IOException {
    ModelFactory factory = new ModelFactory(models);
    factory.write(MOOD, List.of("calm", "cross"), 1);
    factory.write(TOPIC, List.of("sport"), 2);
  }

  private ScoringEngine start(EngineSettings settings) {
    return ScoringEngine.start(new ModelRepository(models), settings, registry);
  }

  @Test
  void shouldAnswerForEveryModelInTheOrderOfModels() throws InterruptedException {
    try (ScoringEngine engine = start(EngineSettings.defaults())) {
      ScoringTicket ticket = engine.submit(ScoringRequest.ofText("good morning", "anna"));
      assertThat(ticket.await(LONG)).isTrue();
      assertThat(engine.models()).extracting(ServedModel::id).containsExactly(MOOD, TOPIC);
      assertThat(ticket.scores()).extracting(ModelScore::model).isEqualTo(engine.models());
      assertThat(values(ticket, 0)).hasSize(2);
      assertThat(values(ticket, 1)).hasSize(1);
    }
  }

  @Test
  void shouldKeepTheAnswersOfManyThreadsApart() throws Exception {
    List<String> texts = texts(2000);
    List<float[]> alone = new ArrayList<>();
    try (ScoringEngine engine = start(EngineSettings.defaults())) {
      for (String text : texts) {
        alone.add(scoreOne(engine, text));
      }
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try (ScoringEngine engine = start(EngineSettings.defaults().withWorkers(3))) {
      List<Future<?>> runs = new ArrayList<>();
      for (int t = 0; t < 6; t++) {
        runs.add(threads.submit(() -> expectSame(engine, texts, alone)));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static void expectSame(ScoringEngine engine, List<String> texts, List<float[]> expected) {
    List<ScoringTicket> tickets =
        texts.stream().map(text -> engine.submit(ScoringRequest.ofText(text, "anna"))).toList();
    for (int i = 0; i < tickets.size(); i++) {
      assertThat(await(tickets.get(i))).isTrue();
      assertThat(values(tickets.get(i), 0)).containsExactly(expected.get(i), within(1e-5f));
    }
  }

  @Test
  void shouldScoreAlikeInBatchesOfAnySize() throws InterruptedException {
    List<String> texts = texts(256);
    try (ScoringEngine engine = start(EngineSettings.defaults())) {
      List<float[]> alone = new ArrayList<>();
      for (String text : texts) {
        alone.add(scoreOne(engine, text));
      }
      for (int size : new int[] {7, 256}) {
        for (int from = 0; from < texts.size(); from += size) {
          int to = Math.min(texts.size(), from + size);
          expectSame(engine, texts.subList(from, to), alone.subList(from, to));
        }
      }
    }
  }

  @Test
  void shouldBlockSubmittersWhileTheQueueIsFullAndLoseNothing() {
    try (ScoringEngine engine = start(EngineSettings.defaults().withQueueCapacity(4))) {
      List<ScoringTicket> tickets =
          texts(3000).stream()
              .map(text -> engine.submit(ScoringRequest.ofText(text, "anna")))
              .toList();
      assertThat(tickets).allMatch(ScoringEngineTest::await);
      assertThat(tickets)
          .allSatisfy(ticket -> assertThat(ticket.scores()).allMatch(Scored.class::isInstance));
    }
  }

  @Test
  void shouldCompleteEveryTicketWhenClosed() {
    List<ScoringTicket> tickets = new ArrayList<>();
    ScoringEngine engine = start(EngineSettings.defaults());
    texts(5000).forEach(text -> tickets.add(engine.submit(ScoringRequest.ofText(text, "anna"))));
    engine.close();
    assertThat(tickets).allMatch(ScoringTicket::isDone);
  }

  @Test
  void shouldAnswerMissingAfterClose() {
    ScoringEngine engine = start(EngineSettings.defaults());
    engine.close();
    engine.close();
    ScoringTicket ticket = engine.submit(ScoringRequest.ofText("too late", "anna"));
    assertThat(ticket.isDone()).isTrue();
    assertThat(ticket.scores())
        .hasSize(2)
        .allSatisfy(score -> assertThat(((Missing) score).reason()).isEqualTo("engine closed"));
  }

  @Test
  void shouldGiveUpWhatWaitedPastItsDeadline() {
    EngineSettings impatient = EngineSettings.defaults().withLimits(Duration.ZERO, LONG);
    try (ScoringEngine engine = start(impatient)) {
      ScoringTicket ticket = engine.submit(ScoringRequest.ofText("hello", "anna"));
      assertThat(await(ticket)).isTrue();
      assertThat(ticket.scores())
          .allSatisfy(score -> assertThat(((Missing) score).reason()).isEqualTo("deadline passed"));
    }
  }

  private static float[] scoreOne(ScoringEngine engine, String text) throws InterruptedException {
    ScoringTicket ticket = engine.submit(ScoringRequest.ofText(text, "anna"));
    assertThat(ticket.await(LONG)).isTrue();
    return values(ticket, 0);
  }

  private static boolean await(ScoringTicket ticket) {
    try {
      return ticket.await(LONG);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static float[] values(ScoringTicket ticket, int model) {
    return ((Scored) ticket.scores().get(model)).values();
  }

  private static List<String> texts(int count) {
    SplittableRandom random = new SplittableRandom(3);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder("message " + i);
      for (int w = random.nextInt(30); w > 0; w--) {
        text.append(" word").append(random.nextInt(500));
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
