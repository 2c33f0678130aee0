package dev.rampart.ops.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.Decision;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class AwaitedTest {
  private final Awaited awaited = new Awaited();

  @Test
  void shouldTellAllWhoWaitForAnEvent() {
    CompletableFuture<Decision> one = awaited.add("m1");
    CompletableFuture<Decision> two = awaited.add("m1");
    CompletableFuture<Decision> other = awaited.add("m2");
    Decision decision = Decisions.calm("m1", "ada");

    awaited.decided("m1", () -> decision);

    assertThat(one).isCompletedWithValue(decision);
    assertThat(two).isCompletedWithValue(decision);
    assertThat(other).isNotDone();
    assertThat(awaited.size()).isEqualTo(1);
  }

  @Test
  void shouldNotDecodeWhatNobodyWaitsFor() {
    awaited.decided("m1", () -> Assertions.fail("was decoded"));
  }

  @Test
  void shouldForgetWhoGaveUp() {
    CompletableFuture<Decision> cancelled = awaited.add("m1");
    CompletableFuture<Decision> late = awaited.add("m1").orTimeout(1, TimeUnit.MILLISECONDS);
    cancelled.cancel(false);

    assertThat(late).failsWithin(java.time.Duration.ofSeconds(5));
    org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(awaited.size()).isZero());
  }
}
