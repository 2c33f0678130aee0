package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.actions.event.EventField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureEngineTest {
  private static final long NOON = 1_800_000_000_000L;

  @Test
  void shouldServeTheShippedFeaturesFromOneRecord() throws CatalogueException {
    FeatureCatalogue catalogue = Catalogues.shipped();
    FeatureEngine engine = new FeatureEngine(catalogue);
    byte @Nullable [] record = null;
    double[] values = {};
    for (int i = 0; i < 5; i++) {
      EntityState state = engine.decode(record);
      values =
          engine.observe(
              state,
              FakeEvent.message("m" + i, NOON + i * 30_000L)
                  .with(EventField.LINK_COUNT, 2L)
                  .with(EventField.MENTION_COUNT, 1L));
      record = engine.encode(state);
    }
    assertThat(value(catalogue, values, "author_messages_1m")).isEqualTo(2);
    assertThat(value(catalogue, values, "author_messages_1h")).isEqualTo(5);
    assertThat(value(catalogue, values, "author_links_1h")).isEqualTo(10);
    assertThat(value(catalogue, values, "author_mentions_1h")).isEqualTo(5);
    assertThat(value(catalogue, values, "account_age_days")).as("nobody told it").isNaN();
  }

  @Test
  void shouldTakeTheAgeOfAnAccountFromWhatThePlatformToldFirst() {
    FeatureCatalogue catalogue =
        Catalogues.of(
            "name: age, aggregate: age, where: 'event.kind == \"SIGN_UP\"', value:"
                + " event.account_created_at");
    FeatureEngine engine = new FeatureEngine(catalogue);
    EntityState state = engine.decode(null);
    engine.observe(state, FakeEvent.message("a", NOON));
    double[] values =
        engine.observe(
            state,
            FakeEvent.user("b", NOON + 1, "LOGIN")
                .with(EventField.ACCOUNT_CREATED_AT, Instant.ofEpochMilli(NOON - 172_799_999)));
    assertThat(values[0]).isEqualTo(2);
    assertThat(engine.observe(state, FakeEvent.user("c", NOON + 1, "SIGN_UP"))[0]).isEqualTo(2);
    assertThat(engine.observe(state, FakeEvent.message("late", NOON - 5))[0]).isNaN();
  }

  @Test
  void shouldCountTenureFromTheFirstEventSeen() {
    FeatureEngine engine = new FeatureEngine(Catalogues.of("name: tenure, aggregate: tenure"));
    EntityState state = engine.decode(null);
    assertThat(engine.observe(state, FakeEvent.message("a", NOON))[0]).isZero();
    byte[] record = engine.encode(state);
    assertThat(
            engine
                .observe(engine.decode(record), FakeEvent.message("b", NOON + 2 * 86_400_000L))[0])
        .isEqualTo(2);
    assertThat(
            engine.observe(engine.decode(record), FakeEvent.message("late", NOON - 86_400_000L))[0])
        .isZero();
  }

  @Test
  void shouldKnowARepeatAfterARestartAndForgetItAfterTheWindow() {
    FeatureEngine engine =
        new FeatureEngine(Catalogues.of("name: n, aggregate: count, window: 1m"));
    EntityState state = engine.decode(null);
    assertThat(engine.isRepeat(state, "a", NOON)).isFalse();
    engine.observe(state, FakeEvent.message("a", NOON));
    EntityState again = engine.decode(engine.encode(state));
    assertThat(engine.isRepeat(again, "a", NOON + 599_999)).isTrue();
    assertThat(engine.isRepeat(again, "b", NOON)).isFalse();
    assertThat(engine.isRepeat(again, "a", NOON + 600_000)).isFalse();
  }

  @Test
  void shouldRefuseTimesBeforeTheEpochAndRecordsOfNothing() {
    FeatureEngine engine =
        new FeatureEngine(Catalogues.of("name: n, aggregate: count, window: 1m"));
    EntityState state = engine.decode(null);
    assertThatThrownBy(() -> engine.observe(state, FakeEvent.message("a", -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed: 0 to");
    assertThatThrownBy(() -> engine.encode(state)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double value(FeatureCatalogue catalogue, double[] values, String name) {
    return values[catalogue.names().indexOf(name)];
  }
}
