package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;

import dev.rampart.actions.event.EventField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Features of an account and those whom it turns to, in the account's own record. */
class RecipientPairTest {
  private static final FeatureCatalogue ALL = Catalogues.ofAllAggregatesOfPairs();
  private static final FeatureEngine ENGINE = new FeatureEngine(ALL);
  private static final FeatureEngine UNINTERRUPTED = new FeatureEngine(ALL);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final long START = 1_800_000_000_000L;
  private static final String COUNT = "name: n, aggregate: count, window: 30d, default: 0";
  private static final String TENURE = "name: known, aggregate: tenure";

  @Provide
  Arbitrary<List<Seen>> streams() {
    return RandomStreams.streams();
  }

  @Provide
  Arbitrary<List<Integer>> others() {
    return Arbitraries.integers().between(0, 3).list().ofSize(60);
  }

  @Property(tries = 60)
  void shouldServeWhatBruteForceFindsOfThePair(
      @ForAll("streams") List<Seen> stream, @ForAll("others") List<Integer> others) {
    Map<Integer, List<Seen>> pasts = new HashMap<>();
    EntityState state = ENGINE.decode(null);
    for (Seen event : stream) {
      int other = others.get(event.place());
      double[] values = ENGINE.observe(state, about(event, other));
      if (other == 0) {
        assertThat(values).containsOnly(Double.NaN);
      } else {
        assertAsBruteForce(values, event, pasts.computeIfAbsent(other, none -> new ArrayList<>()));
      }
    }
  }

  /** The past of a pair is its own: places and newest times are those among its events. */
  private static void assertAsBruteForce(double[] values, Seen event, List<Seen> past) {
    long newest = past.isEmpty() ? event.time() : past.get(past.size() - 1).newest();
    if (event.time() - newest > KEPT.toMillis()) {
      past.clear();
    }
    Seen own =
        new Seen(
            past.size(),
            event.time(),
            past.isEmpty() ? event.time() : Math.max(newest, event.time()),
            event.message(),
            event.links(),
            event.text());
    for (int i = 0; i < values.length; i++) {
      FeatureDefinition feature = ALL.features().get(i);
      OracleTest.assertClose(
          feature.name() + " at event " + event.place(),
          values[i],
          Oracle.value(feature, List.copyOf(past), own),
          OracleTest.tolerance(feature.aggregate()));
    }
    past.add(own);
  }

  @Property(tries = 40)
  void shouldServeAndStoreTheSameWhenRestartedBetweenAnyTwoEvents(
      @ForAll("streams") List<Seen> stream, @ForAll("others") List<Integer> others) {
    EntityState kept = UNINTERRUPTED.decode(null);
    byte @Nullable [] record = null;
    for (Seen event : stream) {
      FakeEvent about = about(event, others.get(event.place()));
      double[] expected = UNINTERRUPTED.observe(kept, about);
      EntityState restarted = ENGINE.decode(record);
      assertThat(ENGINE.observe(restarted, about)).isEqualTo(expected);
      record = ENGINE.encode(restarted);
      assertThat(record).isEqualTo(UNINTERRUPTED.encode(kept));
    }
  }

  private static FakeEvent about(Seen event, int other) {
    EventField field = event.message() ? EventField.RECIPIENT_ID : EventField.TARGET_ID;
    return event.event().with(field, other == 0 ? "" : "other" + other);
  }

  @Test
  void shouldTellFirstContactFromTalk() {
    FeatureEngine engine = new FeatureEngine(Catalogues.ofPairs(COUNT, TENURE));
    EntityState state = engine.decode(null);
    assertThat(engine.observe(state, direct("anna", 0))).containsExactly(1, 0);
    assertThat(engine.observe(state, direct("bert", 1))).containsExactly(1, 0);
    assertThat(engine.observe(state, direct("anna", 24 * 60))).containsExactly(2, 1);
  }

  @Test
  void shouldForgetTheOneWhoWasMetLongestAgoPastTheBound() {
    FeatureEngine engine = new FeatureEngine(Catalogues.ofPairs(COUNT));
    EntityState state = engine.decode(null);
    for (int i = 0; i <= PairsCell.MOST; i++) {
      assertThat(engine.observe(state, direct("user" + i, i))).containsExactly(1);
    }
    assertThat(engine.observe(state, direct("user1", 100))).containsExactly(2);
    assertThat(engine.observe(state, direct("user0", 101))).containsExactly(1);
  }

  @Test
  void shouldKeepThePairsOfAnAccountWhoseOtherFeaturesChange() {
    FeatureEngine before = new FeatureEngine(Catalogues.ofPairs(COUNT));
    EntityState old = before.decode(null);
    before.observe(old, direct("anna", 0));
    FeatureEngine after = new FeatureEngine(Catalogues.ofPairs(TENURE, COUNT));
    assertThat(after.observe(after.decode(before.encode(old)), direct("anna", 1)))
        .contains(2, atIndex(1));
  }

  @Test
  void shouldNameTheEventsOfThePairAlone() {
    FeatureExplainer explainer = new FeatureExplainer(Catalogues.ofPairs(COUNT), KEPT);
    explainer.observe(direct("anna", 0));
    explainer.observe(direct("bert", 1));
    assertThat(explainer.explain(direct("anna", 2)).get(0).contributions())
        .extracting(Contribution::eventId)
        .containsExactly("anna0", "anna2");
  }

  private static FakeEvent direct(String recipient, int minute) {
    return FakeEvent.message(recipient + minute, START + minute * 60_000L)
        .with(EventField.IS_DIRECT, true)
        .with(EventField.RECIPIENT_ID, recipient);
  }
}
