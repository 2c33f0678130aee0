package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.event.EventField;
import org.junit.jupiter.api.Test;

class SketchTest {
  private static final FeatureEngine ENGINE =
      new FeatureEngine(
          Catalogues.of("name: d, aggregate: distinct, window: 1h, value: event.channel_id"));
  private static final long START = 1_800_000_000_000L;

  @Test
  void shouldCountExactlyUpToTheLimit() {
    EntityState state = ENGINE.decode(null);
    for (int i = 1; i <= ExactTexts.MOST; i++) {
      assertThat(observe(state, START + i, i)).isEqualTo(i);
      assertThat(observe(state, START + i, i)).isEqualTo(i);
    }
  }

  /** Over 100 sets the error has the spread that HyperLogLog promises: about 6.5 %. */
  @Test
  void shouldErrAsHyperLogLogDoesPastTheLimit() {
    double squares = 0;
    for (int set = 0; set < 100; set++) {
      double error = estimate(set * 1_000_000, 2000) / 2000 - 1;
      squares += error * error;
      assertThat(error).isBetween(-4 * 0.065, 4 * 0.065);
    }
    assertThat(Math.sqrt(squares / 100)).isBetween(0.045, 0.080);
  }

  private static double estimate(int offset, int distinct) {
    EntityState state = ENGINE.decode(null);
    double value = 0;
    for (int i = 0; i < distinct; i++) {
      value = observe(state, START + i * 100L, offset + i);
    }
    return value;
  }

  @Test
  void shouldForgetWhatLeavesTheWindowAndBecomeExactAgain() {
    EntityState state = ENGINE.decode(null);
    for (int i = 0; i < 2000; i++) {
      observe(state, START + i * 100L, i);
    }
    double half = 0;
    for (int i = 2000; i < 2500; i++) {
      half = observe(state, START + 3_500_000 + (i - 2000) * 10L, i);
    }
    EntityState restarted = ENGINE.decode(ENGINE.encode(state));
    assertThat(half).isBetween(2500 * 0.8, 2500 * 1.2);
    double later = observe(restarted, START + 3_500_000 + 3_400_000, 2499);
    assertThat(later).isBetween(500 * 0.8, 500 * 1.2);
    assertThat(observe(restarted, START + 100_000_000, 1)).isEqualTo(1);
  }

  private static double observe(EntityState state, long time, int text) {
    return ENGINE
        .observe(
            state, FakeEvent.message("e" + time, time).with(EventField.CHANNEL_ID, "text " + text))[
        0];
  }
}
