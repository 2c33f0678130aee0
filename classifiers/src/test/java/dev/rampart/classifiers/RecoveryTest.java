package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import dev.rampart.classifiers.runtime.FakeModels;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A real engine over models that misbehave. */
class RecoveryTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final ModelId RISK = new ModelId("risk", "1");
  private static final ModelId LITE = new ModelId("risk-lite", "3");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FakeModels models = new FakeModels();
  private final EngineSettings patient =
      EngineSettings.defaults().withWorkers(1).withLimits(LONG, LONG).withRest(Duration.ofHours(1));
  private final EngineSettings hasty = patient.withLimits(LONG, Duration.ofMillis(200));

  private static void steady(float[] features, float[] scores, FakeModels.Stop stop) {
    FakeModels.halve(features, scores);
  }

  @Test
  void shouldLoadAModelAnewWhoseRunHung() throws InterruptedException {
    AtomicBoolean first = new AtomicBoolean(true);
    models.add(
        RISK,
        (features, scores, stop) -> {
          if (first.getAndSet(false)) {
            hangUntil(stop::wanted);
            throw failure("terminated by the caller");
          }
          FakeModels.halve(features, scores);
        });
    try (ScoringEngine engine = start(hasty.withRest(Duration.ZERO))) {
      assertThat(reason(engine)).startsWith("run timed out");
      until(() -> models.loads().size() == 2 && models.loads().get(0).open().get() == 0);
      until(() -> score(engine, 1) instanceof Scored);
      assertThat(registry.get("rampart.classifiers.renewals").counter().count()).isEqualTo(1);
    }
  }

  @Test
  void shouldNeverCloseASessionUnderARunThatDoesNotListen() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    models.add(
        RISK,
        (features, scores, stop) -> {
          if (first.getAndSet(false)) {
            hangUntil(() -> released.getCount() == 0);
          }
          FakeModels.halve(features, scores);
        });
    try (ScoringEngine engine = start(hasty.withRest(Duration.ZERO))) {
      assertThat(reason(engine)).isEqualTo("run timed out: worker abandoned");
      until(() -> models.loads().size() == 2);
      until(() -> score(engine, 1) instanceof Scored);
      assertThat(models.loads().get(0).open()).hasValue(1);
      released.countDown();
      until(() -> models.loads().get(0).open().get() == 0);
    } finally {
      released.countDown();
    }
  }

  @Test
  void shouldLetTheStandbyAnswerUnderItsOwnNameWhileTheCircuitIsOpen() throws InterruptedException {
    models.add(LITE, RecoveryTest::steady);
    models.add(
        RISK,
        "cpu",
        "risk-lite",
        (features, scores, stop) -> {
          hangUntil(stop::wanted);
          throw failure("terminated by the caller");
        });
    EngineSettings onlyRisk = hasty.withAssignments(List.of(EngineSettings.Assignment.live(RISK)));
    try (ScoringEngine engine = start(onlyRisk)) {
      assertThat(engine.models()).extracting(ServedModel::id).containsExactly(RISK);
      for (int i = 0; i < 3; i++) {
        ModelScore score = score(engine, 1);
        assertThat(score).isInstanceOf(Scored.class);
        assertThat(score.model().id()).isEqualTo(LITE);
        assertThat(score.model().answersFor()).isEqualTo("risk");
      }
      assertThat(engine.concerns())
          .containsExactly("risk/1 is not asked for a while: it failed or hung");
    }
  }

  @Test
  void shouldLetTheStandbyScoreWhatPoisonsTheModel() throws InterruptedException {
    models.add(LITE, RecoveryTest::steady);
    models.add(
        RISK,
        "cpu",
        "risk-lite",
        (features, scores, stop) -> {
          for (float feature : features) {
            if (feature == 7) {
              throw failure("index 7 out of range");
            }
          }
          FakeModels.halve(features, scores);
        });
    EngineSettings onlyRisk =
        patient.withAssignments(List.of(EngineSettings.Assignment.live(RISK)));
    try (ScoringEngine engine = start(onlyRisk)) {
      List<ScoringTicket> tickets =
          IntStream.range(0, 64).mapToObj(i -> engine.submit(request(i))).toList();
      for (int i = 0; i < tickets.size(); i++) {
        assertThat(tickets.get(i).await(LONG)).isTrue();
        Scored scored = (Scored) tickets.get(i).scores().get(0);
        assertThat(scored.values()[0]).isEqualTo(i / 2f);
        assertThat(scored.model().id()).isEqualTo(i == 7 ? LITE : RISK);
      }
    }
  }

  @Test
  void shouldSplitABatchThatTheDeviceHasNoRoomForAndGoOn() throws InterruptedException {
    AtomicInteger tooLarge = new AtomicInteger();
    models.add(
        RISK,
        (features, scores, stop) -> {
          if (features.length > 8) {
            tooLarge.incrementAndGet();
            throw failure("Failed to allocate memory for requested buffer of size 4096");
          }
          FakeModels.halve(features, scores);
        });
    try (ScoringEngine engine = start(patient)) {
      List<ScoringTicket> tickets =
          IntStream.range(0, 2000).mapToObj(i -> engine.submit(request(i))).toList();
      for (int i = 0; i < tickets.size(); i++) {
        assertThat(tickets.get(i).await(LONG)).isTrue();
        assertThat(((Scored) tickets.get(i).scores().get(0)).values()[0]).isEqualTo(i / 2f);
      }
      assertThat(tooLarge.get()).as("it learns how large a batch may be").isLessThan(60);
      assertThat(engine.concerns()).isEmpty();
    }
  }

  @Test
  void shouldGoOnOnTheCpuWhenTheDeviceIsLostAndAskForARestart() throws InterruptedException {
    AtomicBoolean lost = new AtomicBoolean();
    models.add(
        RISK,
        "cuda",
        "",
        (features, scores, stop) -> {
          if (features[0] == 13) {
            lost.set(true);
            throw failure("CUDA failure 700: an illegal memory access was encountered");
          }
          FakeModels.halve(features, scores);
        });
    try (ScoringEngine engine = start(patient)) {
      assertThat(reason(engine, 13)).isEqualTo("device failed: a restart is needed");
      until(() -> models.loads().size() == 2);
      assertThat(models.loads().get(1).device()).isEqualTo("cpu");
      until(() -> score(engine, 4) instanceof Scored);
      assertThat(engine.concerns())
          .containsExactly(
              "restart needed: the context of a CUDA device is lost",
              "risk/1 wants auto, runs on cpu: the context of a CUDA device is lost");
      assertThat(registry.get("rampart.model.fallback").tag("model", "risk").gauge().value())
          .isEqualTo(1);
    }
  }

  @Test
  void shouldKeepAnsweringWhenWhatHungCannotBeLoadedAnew() throws InterruptedException {
    models.add(
        RISK,
        (features, scores, stop) -> {
          hangUntil(stop::wanted);
          throw failure("terminated by the caller");
        });
    try (ScoringEngine engine = start(hasty)) {
      models.corrupt();
      assertThat(reason(engine)).startsWith("run timed out");
      until(() -> engine.concerns().size() == 2);
      assertThat(engine.concerns().get(1))
          .isEqualTo(
              "risk/1 could not be loaded anew: model.onnx: SHA-256: found other bytes, allowed: its"
                  + " bytes");
      assertThat(reason(engine)).isEqualTo("circuit open");
    }
  }

  @Test
  void shouldSpreadTheWorkersOverTheDevicesOfAModel() throws InterruptedException {
    CountDownLatch bothRun = new CountDownLatch(2);
    models.addOnDevices(
        RISK,
        List.of(0, 1),
        (features, scores, stop) -> {
          bothRun.countDown();
          hangUntil(() -> bothRun.getCount() == 0);
          FakeModels.halve(features, scores);
        });
    try (ScoringEngine engine = start(EngineSettings.defaults().withWorkers(1))) {
      ScoringTicket one = engine.submit(request(1));
      until(() -> bothRun.getCount() == 1);
      ScoringTicket two = engine.submit(request(2));
      assertThat(one.await(LONG)).isTrue();
      assertThat(two.await(LONG)).isTrue();
      assertThat(models.loads().get(0).runners()).containsExactlyInAnyOrder(0, 1);
    }
  }

  private ScoringEngine start(EngineSettings wanted) {
    return ScoringEngine.start(models, wanted, registry);
  }

  private static ScoringRequest request(float feature) {
    return new ScoringRequest("", "anna", new float[] {feature}, Priority.NORMAL);
  }

  private static ModelScore score(ScoringEngine engine, float feature) {
    ScoringTicket ticket = engine.submit(request(feature));
    try {
      assertThat(ticket.await(LONG)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return ticket.scores().get(0);
  }

  private static String reason(ScoringEngine engine) {
    return reason(engine, 1);
  }

  private static String reason(ScoringEngine engine, float feature) {
    return ((Missing) score(engine, feature)).reason();
  }

  private static OrtException failure(String message) {
    return new OrtException(OrtException.OrtErrorCode.ORT_RUNTIME_EXCEPTION, message);
  }

  private static void hangUntil(BooleanSupplier released) {
    while (!released.getAsBoolean()) {
      LockSupport.parkNanos(500_000);
    }
  }

  private static void until(BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(2);
    }
  }
}
