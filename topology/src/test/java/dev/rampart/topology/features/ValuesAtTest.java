package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.event.EventField;
import org.junit.jupiter.api.Test;

class ValuesAtTest {
  private static final long NOON = 1_800_000_000_000L;
  private static final long HOUR = 3_600_000;

  private final FeatureEngine engine =
      new FeatureEngine(
          Catalogues.of(
              "name: n, aggregate: count, window: 1h",
              "name: mean, aggregate: mean, window: 1h, value: event.link_count",
              "name: rooms, aggregate: distinct, window: 1h, value: event.channel_id",
              "name: most, aggregate: max, window: 1h, value: event.link_count",
              "name: since, aggregate: time_since",
              "name: tenure, aggregate: tenure",
              "name: own, aggregate: value, value: event.link_count",
              "name: share, aggregate: ratio, of: [own, n]"));

  private byte[] record() {
    EntityState state = engine.decode(null);
    for (int i = 0; i < 3; i++) {
      engine.observe(state, message(i));
    }
    return engine.encode(state);
  }

  private static FakeEvent message(int number) {
    return FakeEvent.message("m" + number, NOON + number * 60_000L)
        .with(EventField.LINK_COUNT, (long) number)
        .with(EventField.CHANNEL_ID, "c" + number);
  }

  private double[] at(long moment) {
    return engine.valuesAt(engine.decode(record()), moment);
  }

  @Test
  void shouldShowWhatTheLastEventLeft() {
    assertThat(at(NOON + 120_000))
        .containsExactly(3, 1, 3, 2, 0, 120_000 / 86_400_000.0, Double.NaN, Double.NaN);
  }

  @Test
  void shouldForgetWhatHasLeftTheWindowByThen() {
    double[] later = at(NOON + 2 * HOUR);

    assertThat(later[0]).isZero();
    assertThat(later[1]).isNaN();
    assertThat(later[2]).isZero();
    assertThat(later[3]).isNaN();
    assertThat(later[4]).isEqualTo(2 * 3600 - 120);
  }

  @Test
  void shouldLookAtARecordWithoutChangingIt() {
    byte[] record = record();
    byte[] copy = record.clone();
    engine.valuesAt(engine.decode(record), NOON + HOUR);

    assertThat(record).isEqualTo(copy);
    double[] values = engine.observe(engine.decode(record), message(3));
    assertThat(values[0]).isEqualTo(4);
  }

  @Test
  void shouldKnowNothingOfAnEntityWithoutARecord() {
    double[] values = engine.valuesAt(engine.decode(null), NOON);

    assertThat(values[0]).isZero();
    assertThat(values[2]).isZero();
    assertThat(values[4]).isNaN();
  }
}
