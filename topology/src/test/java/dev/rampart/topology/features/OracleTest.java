package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Every aggregate against brute force on random streams. */
class OracleTest {
  private static final FeatureCatalogue CATALOGUE = Catalogues.ofAllAggregates();
  private static final FeatureEngine ENGINE = new FeatureEngine(CATALOGUE);
  private static final FeatureEngine UNINTERRUPTED = new FeatureEngine(CATALOGUE);

  @Provide
  Arbitrary<List<Seen>> streams() {
    return RandomStreams.streams();
  }

  @Property(tries = 300)
  void shouldServeWhatBruteForceFinds(@ForAll("streams") List<Seen> stream) {
    EntityState state = ENGINE.decode(null);
    for (Seen event : stream) {
      double[] values = ENGINE.observe(state, event.event());
      for (int i = 0; i < values.length; i++) {
        FeatureDefinition feature = CATALOGUE.features().get(i);
        double expected = Oracle.value(feature, stream.subList(0, event.place()), event);
        assertClose(
            feature.name() + " at event " + event.place(),
            values[i],
            expected,
            tolerance(feature.aggregate()));
      }
    }
  }

  @Property(tries = 200)
  void shouldServeAndStoreTheSameWhenRestartedBetweenAnyTwoEvents(
      @ForAll("streams") List<Seen> stream) {
    EntityState kept = UNINTERRUPTED.decode(null);
    byte @Nullable [] record = null;
    for (Seen event : stream) {
      double[] expected = UNINTERRUPTED.observe(kept, event.event());
      EntityState restarted = ENGINE.decode(record);
      assertThat(ENGINE.observe(restarted, event.event())).isEqualTo(expected);
      record = ENGINE.encode(restarted);
      assertThat(record).isEqualTo(UNINTERRUPTED.encode(kept));
      assertThat(ENGINE.encode(ENGINE.decode(record))).isEqualTo(record);
    }
  }

  @Property(tries = 200)
  void shouldCountAtLeastTheWindowLessATileAndAtMostTheWindow(
      @ForAll("streams") List<Seen> stream) {
    List<Long> times = new ArrayList<>();
    EntityState state = ENGINE.decode(null);
    for (Seen event : stream) {
      times.add(event.time());
      double[] values = ENGINE.observe(state, event.event());
      for (int i = 0; i < values.length; i++) {
        FeatureDefinition feature = CATALOGUE.features().get(i);
        if (feature.aggregate() == Aggregate.COUNT && feature.where().isEmpty()) {
          assertWithinATile(feature, event, times, values[i]);
        }
      }
    }
  }

  @Property(tries = 200)
  void shouldServeNothingOfAnEventThatIsNewerThanTheServedOne(
      @ForAll("streams") List<Seen> stream) {
    Seen last = stream.get(stream.size() - 1);
    long future = last.newest() + 1;
    assertThat(servedAfterPlanting(stream, new Seen(-1, future, future, true, 5, "b1")))
        .isEqualTo(servedAfterPlanting(stream, new Seen(-1, future, future, true, 0, "c2")));
  }

  /** Values at the stream's last event when a newer one was stored before it came. */
  private static double[] servedAfterPlanting(List<Seen> stream, Seen planted) {
    EntityState state = ENGINE.decode(null);
    stream.subList(0, stream.size() - 1).forEach(seen -> ENGINE.observe(state, seen.event()));
    ENGINE.observe(state, planted.event());
    return ENGINE.observe(state, stream.get(stream.size() - 1).event());
  }

  private static void assertWithinATile(
      FeatureDefinition feature, Seen event, List<Long> times, double value) {
    long window = feature.window().toMillis();
    long tile = Tiling.of(window).tileMillis();
    assertThat(value).isBetween(1.0, within(times, event.time(), window));
    if (!event.late()) {
      assertThat(value).isGreaterThanOrEqualTo(within(times, event.time(), window - tile));
    }
  }

  private static double within(List<Long> times, long end, long length) {
    return times.stream().filter(time -> time <= end && time > end - length).count();
  }

  /**
   * Relative. A z-score divides by a deviation that is near zero where all values are nearly alike,
   * and so magnifies the rounding of either way of working it out.
   */
  static double tolerance(Aggregate aggregate) {
    return aggregate == Aggregate.Z_SCORE ? 1e-6 : 1e-9;
  }

  static void assertClose(String what, double value, double expected, double tolerance) {
    if (Double.isNaN(expected)) {
      assertThat(value).as(what).isNaN();
    } else {
      assertThat(Math.abs(value - expected))
          .as("%s: %s, expected %s", what, value, expected)
          .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(expected)));
    }
  }
}
