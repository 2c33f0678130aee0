package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.classifiers.runtime.FakeModels;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What happens to requests that wait while the only worker is busy. */
class QueueTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final List<Float> ran = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final FakeModels models =
      new FakeModels()
          .add(
              new ModelId("risk", "1"),
              (features, scores, stop) -> {
                started.countDown();
                await(released);
                for (float feature : features) {
                  ran.add(feature);
                }
                FakeModels.halve(features, scores);
              });

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ScoringEngine busy() {
    ScoringEngine engine =
        ScoringEngine.start(
            models,
            EngineSettings.defaults().withWorkers(1).withLimits(LONG, LONG),
            new SimpleMeterRegistry());
    engine.submit(request(-1));
    await(started);
    return engine;
  }

  private static ScoringRequest request(float feature) {
    return new ScoringRequest("", "anna", new float[] {feature}, Priority.NORMAL);
  }

  @Test
  void shouldScoreWhatIsUrgentBeforeAllThatWaitsAndTheRestInItsOrder() {
    try (ScoringEngine engine = busy()) {
      for (int i = 0; i < 500; i++) {
        engine.submit(request(i));
      }
      engine.submit(request(1000).withPriority(Priority.LOW));
      engine.submit(request(2000));
      engine.submit(request(3000).withPriority(Priority.HIGH));
      released.countDown();
    }
    assertThat(ran).hasSize(504).startsWith(-1f, 3000f, 0f, 1f, 2f).endsWith(499f, 2000f, 1000f);
  }

  @Test
  void shouldGiveUpOnlyTheRequestWhoseOwnDeadlinePassed() throws InterruptedException {
    try (ScoringEngine engine = busy()) {
      ScoringTicket hasty = engine.submit(request(1).withDeadline(Duration.ofNanos(1)));
      ScoringTicket patient = engine.submit(request(2));
      released.countDown();
      assertThat(hasty.await(LONG)).isTrue();
      assertThat(patient.await(LONG)).isTrue();
      assertThat(((Missing) hasty.scores().get(0)).reason()).isEqualTo("deadline passed");
      assertThat(((Scored) patient.scores().get(0)).values()).containsExactly(1f);
    }
    assertThat(ran).containsExactly(-1f, 2f);
  }
}
