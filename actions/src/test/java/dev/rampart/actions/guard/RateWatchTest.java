package dev.rampart.actions.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RateWatchTest {
  private static RateWatch afterAnHour(Random random) {
    RateWatch watch = new RateWatch();
    for (int i = 0; i < 60; i++) {
      watch.close(5_000, drawn(5_000, 0.01, random));
    }
    return watch;
  }

  private static long drawn(int events, double rate, Random random) {
    return random.doubles(events).filter(value -> value < rate).count();
  }

  @Test
  void shouldKeepQuietWhileTheRateIsWhatItWas() {
    Random random = new Random(7);
    RateWatch watch = afterAnHour(random);

    for (int i = 0; i < 500; i++) {
      assertThat(watch.close(5_000, drawn(5_000, 0.01, random))).isEmpty();
    }
  }

  @Test
  void shouldTellOfARateThatTripledAndOfOneThatVanished() {
    Random random = new Random(8);

    assertThat(afterAnHour(random).close(5_000, drawn(5_000, 0.03, random)))
        .hasValueSatisfying(
            alarm -> {
              assertThat(alarm.high()).isTrue();
              assertThat(alarm.expected()).isBetween(40.0, 60.0);
              assertThat(alarm.probability()).isLessThan(1e-6);
            });
    assertThat(afterAnHour(random).close(5_000, 2))
        .hasValueSatisfying(alarm -> assertThat(alarm.high()).isFalse());
  }

  @Test
  void shouldNotJudgeWithoutAHistory() {
    assertThat(new RateWatch().close(900, 900)).isEmpty();
  }

  @Test
  void shouldSumTheTailsThatTablesGive() {
    assertThat(BinomialTail.atLeast(8, 10, 0.5)).isCloseTo(56 / 1024.0, within(1e-9));
    assertThat(BinomialTail.atMost(2, 10, 0.5)).isCloseTo(56 / 1024.0, within(1e-9));
    assertThat(BinomialTail.atLeast(10, 10, 0.1)).isCloseTo(1e-10, within(1e-16));
    assertThat(BinomialTail.atLeast(0, 10, 0.1)).isEqualTo(1);
  }

  @Test
  void shouldWeighVerdictsByTheirSamplingProbability() {
    PrecisionEstimate estimate = new PrecisionEstimate();
    assertThat(estimate.precision()).isNaN();

    for (int i = 0; i < 90; i++) {
      estimate.add(true, 0.5);
    }
    for (int i = 0; i < 2; i++) {
      estimate.add(false, 0.1);
    }

    assertThat(estimate.precision()).isCloseTo(0.9, within(1e-12));
    assertThat(estimate.atLeast()).isBetween(0.75, 0.89);
    assertThat(estimate.atMost()).isBetween(0.91, 0.99);
  }
}
