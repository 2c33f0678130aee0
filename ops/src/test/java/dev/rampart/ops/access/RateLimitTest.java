package dev.rampart.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final AtomicLong nanos = new AtomicLong();
  private final RateLimit limit = new RateLimit(10, nanos::get);
  private final Principal busy = new Principal("busy", Role.VIEWER);

  @Test
  void shouldLetTwoSecondsWorthThroughAtOnceAndThenSayHowLongToWait() {
    for (int call = 0; call < 20; call++) {
      assertThat(limit.take(busy)).isZero();
    }
    assertThat(limit.take(busy)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void shouldLetThroughAgainWhenTheTimeHasPassed() {
    for (int call = 0; call < 25; call++) {
      var unused = limit.take(busy);
    }
    nanos.addAndGet(Duration.ofMillis(101).toNanos());
    assertThat(limit.take(busy)).isZero();
    assertThat(limit.take(busy)).isPositive();
  }

  @Test
  void shouldNotLetOneCallerWaitForAnother() {
    for (int call = 0; call < 25; call++) {
      var unused = limit.take(busy);
    }
    assertThat(limit.take(new Principal("calm", Role.VIEWER))).isZero();
  }
}
