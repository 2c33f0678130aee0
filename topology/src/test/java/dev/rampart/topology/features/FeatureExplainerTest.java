package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The events that an explanation names are those that the value came from. */
class FeatureExplainerTest {
  private static final FeatureCatalogue CATALOGUE = Catalogues.ofAllAggregates();
  private static final long START = 1_800_000_000_000L;

  private final FeatureExplainer explainer = new FeatureExplainer(CATALOGUE, Duration.ofDays(90));

  @Provide
  Arbitrary<List<Seen>> streams() {
    return RandomStreams.streams();
  }

  @Property(tries = 100)
  void shouldNameEventsThatGiveTheValue(@ForAll("streams") List<Seen> stream) {
    explainer.forget();
    stream.subList(0, stream.size() - 1).forEach(seen -> explainer.observe(seen.event()));
    explainer.explain(stream.get(stream.size() - 1).event()).forEach(FeatureExplainerTest::check);
  }

  private static void check(Explanation explained) {
    double[] entered =
        explained.contributions().stream().mapToDouble(Contribution::entered).toArray();
    switch (explained.feature().aggregate()) {
      case COUNT -> assertThat(explained.value()).isEqualTo(entered.length);
      case SUM -> assertThat(explained.value()).isEqualTo(sum(entered));
      case MEAN, GAP_MEAN -> checkMean(explained, entered);
      case FIRST, LAST, VALUE ->
          assertThat(entered)
              .isEqualTo(explained.byDefault() ? new double[0] : new double[] {explained.value()});
      case TIME_SINCE -> assertThat(explained.byDefault()).isEqualTo(entered.length == 0);
      case MIN -> checkMissingOr(explained, entered, smallest(entered));
      case MAX -> checkMissingOr(explained, entered, -smallest(negated(entered)));
      case RATE,
          VARIANCE,
          DISTINCT,
          TOP_K,
          REPEATS,
          ENTROPY,
          AGE,
          TENURE,
          RATIO,
          EWMA,
          Z_SCORE,
          GAP_VARIATION -> {}
    }
  }

  private static void checkMean(Explanation explained, double[] entered) {
    double unit = explained.feature().aggregate() == Aggregate.GAP_MEAN ? 1000 : 1;
    if (entered.length == 0 || (sum(entered) == 0 && unit == 1000)) {
      return;
    }
    assertThat(explained.value())
        .isCloseTo(sum(entered) / entered.length / unit, within(1e-9 * explained.value() + 1e-9));
  }

  private static void checkMissingOr(Explanation explained, double[] entered, double expected) {
    assertThat(explained.byDefault()).isEqualTo(entered.length == 0);
    if (entered.length > 0) {
      assertThat(explained.value()).isEqualTo(expected);
    }
  }

  private static double sum(double[] numbers) {
    return java.util.Arrays.stream(numbers).sum();
  }

  private static double smallest(double[] numbers) {
    return java.util.Arrays.stream(numbers).min().orElse(Double.NaN);
  }

  private static double[] negated(double[] numbers) {
    return java.util.Arrays.stream(numbers).map(number -> -number).toArray();
  }

  @Test
  void shouldSayWhetherTheDefaultWasUsedAndWhichFeaturesARatioComesFrom() {
    FeatureCatalogue catalogue =
        Catalogues.of(
            "name: links, aggregate: sum, window: 1h, value: event.link_count",
            "name: all, aggregate: count, window: 1h",
            "name: share, aggregate: ratio, of: [links, all]",
            "name: before, aggregate: last, value: event.link_count, default: 7");

    List<Explanation> first =
        new FeatureExplainer(catalogue, Duration.ofDays(90))
            .explain(FakeEvent.message("m1", START));

    assertThat(first.get(2).sources()).containsEntry("links", 0.0).containsEntry("all", 1.0);
    assertThat(first.get(3).byDefault()).isTrue();
    assertThat(first.get(3).value()).isEqualTo(7);
    assertThat(first.get(1).from()).isEqualTo(java.time.Instant.ofEpochMilli(START - 3_480_000));
    assertThat(first.get(1).contributions())
        .extracting(Contribution::eventId)
        .containsExactly("m1");
  }

  @Test
  void shouldCountTheTextsThatASketchEstimates() {
    FeatureCatalogue catalogue =
        Catalogues.of("name: d, aggregate: distinct, window: 1h, value: event.channel_id");
    DistinctCounts counts = new DistinctCounts(catalogue);
    FeatureEngine engine = new FeatureEngine(catalogue);
    EntityState state = engine.decode(null);
    for (int i = 1; i <= 500; i++) {
      FakeEvent event =
          FakeEvent.message("m" + i, START + i)
              .with(dev.rampart.actions.event.EventField.CHANNEL_ID, "c" + i);
      assertThat(counts.observe("author", event)[0]).isEqualTo(i);
      assertThat(engine.observe(state, event)[0]).isCloseTo(i, within(0.25 * i));
    }
  }
}
