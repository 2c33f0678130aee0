package dev.rampart.ops.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.ops.http.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StudioQueueTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void shouldAnswerOneQuestionAtATime() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    try (StudioQueue queue = new StudioQueue(1, LONG)) {
      CompletableFuture<String> first = queue.submit(() -> waitFor(goOn, "first"));
      CompletableFuture<String> second = queue.submit(() -> "second");

      assertThat(second).isNotDone();
      goOn.countDown();

      assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
      assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("second");
    }
  }

  @Test
  void shouldRefuseWhatWouldWaitTooLongWith429() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    try (StudioQueue queue = new StudioQueue(1, LONG)) {
      CompletableFuture<String> first = queue.submit(() -> waitFor(goOn, "first"));
      CompletableFuture<String> second = queue.submit(() -> "second");

      assertThatThrownBy(() -> queue.submit(() -> "third"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> {
                assertThat(refused.problem().status()).isEqualTo(429);
                assertThat(refused.retryAfter()).isPresent();
              });
      goOn.countDown();
      assertThat(first.thenCombine(second, String::concat).get(10, TimeUnit.SECONDS))
          .isEqualTo("firstsecond");
    }
  }

  @Test
  void shouldStopWhatTakesTooLongAndSaySo() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (StudioQueue queue = new StudioQueue(1, Duration.ofMillis(50))) {
      CompletableFuture<String> answer =
          queue.submit(
              () -> {
                try {
                  return waitFor(new CountDownLatch(1), "never");
                } catch (InterruptedException wanted) {
                  interrupted.countDown();
                  throw wanted;
                }
              });

      assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ProblemException.class)
          .hasMessageContaining("ask for a shorter time");
      assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static String waitFor(CountDownLatch goOn, String answer) throws InterruptedException {
    goOn.await();
    return answer;
  }
}
