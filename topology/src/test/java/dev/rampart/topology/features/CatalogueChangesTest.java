package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Any catalogue may take the place of any other under the records that the other wrote. */
class CatalogueChangesTest {
  private static final int CATALOGUES = 8;
  private static final List<String> POOL =
      Stream.of("10s", "1h", "24h")
          .flatMap(
              window ->
                  Stream.of(
                          "count",
                          "sum, value: event.link_count",
                          "variance, value: event.link_count",
                          "max, value: event.link_count",
                          "distinct, value: event.channel_id",
                          "repeats, value: folded(event.content)",
                          "gap_mean",
                          "ewma, value: event.link_count")
                      .map(form -> "aggregate: " + form + ", window: " + window))
          .toList();
  private static final List<FeatureCatalogue> SUBSETS =
      IntStream.range(0, CATALOGUES).mapToObj(CatalogueChangesTest::subset).toList();
  private static final List<FeatureEngine> ENGINES =
      SUBSETS.stream().map(FeatureEngine::new).toList();

  /** About half of the pool, in a random order. */
  private static FeatureCatalogue subset(int seed) {
    Random random = new Random(seed);
    List<Integer> chosen =
        new java.util.ArrayList<>(
            IntStream.range(0, POOL.size()).filter(i -> random.nextBoolean()).boxed().toList());
    java.util.Collections.shuffle(chosen, random);
    return Catalogues.of(
        chosen.stream().map(i -> "name: f" + i + ", " + POOL.get(i)).toArray(String[]::new));
  }

  @Provide
  Arbitrary<List<Seen>> streams() {
    return RandomStreams.streams();
  }

  @Property(tries = 200)
  void shouldGoOnWithEveryFeatureThatBothHave(
      @ForAll("streams") List<Seen> stream,
      @ForAll @IntRange(max = CATALOGUES - 1) int before,
      @ForAll @IntRange(max = CATALOGUES - 1) int after,
      @ForAll @IntRange(max = 40) int at) {
    byte @Nullable [] record = null;
    int change = Math.min(at, stream.size());
    for (Seen event : stream.subList(0, change)) {
      record = observed(ENGINES.get(before), record, event);
    }
    for (Seen event : stream.subList(change, stream.size())) {
      checkCommon(stream, event, record, before, after);
      record = observed(ENGINES.get(after), record, event);
    }
  }

  private static void checkCommon(
      List<Seen> stream, Seen event, byte @Nullable [] record, int before, int after) {
    FeatureEngine engine = ENGINES.get(after);
    double[] values = engine.observe(engine.decode(record), event.event());
    List<FeatureDefinition> features = SUBSETS.get(after).features();
    for (int i = 0; i < values.length; i++) {
      if (SUBSETS.get(before).names().contains(features.get(i).name())) {
        double expected = Oracle.value(features.get(i), stream.subList(0, event.place()), event);
        assertThat(isSame(values[i], expected))
            .as("%s: %s, expected %s", features.get(i).name(), values[i], expected)
            .isTrue();
      }
    }
  }

  private static boolean isSame(double value, double expected) {
    return Double.compare(value, expected) == 0
        || Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
  }

  private static byte[] observed(FeatureEngine engine, byte @Nullable [] record, Seen event) {
    EntityState state = engine.decode(record);
    double[] unused = engine.observe(state, event.event());
    return engine.encode(state);
  }
}
