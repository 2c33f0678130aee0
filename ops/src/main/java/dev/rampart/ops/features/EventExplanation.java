package dev.rampart.ops.features;

import dev.rampart.topology.features.Contribution;
import dev.rampart.topology.features.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one event came about.
 *
 * @param features in the catalogue's order
 */
record EventExplanation(String eventId, String author, List<ExplainedFeature> features) {
  /** Contributions that are shown of one feature: the newest. */
  static final int MOST_SHOWN = 20;

  /**
   * One feature.
   *
   * @param served value in the decision; null for none
   * @param value value worked out again; null for none, and where the value comes from the record
   *     of another entity
   * @param byDefault whether there was no value, so that the catalogue's default is served
   * @param windowFrom beginning of the oldest tile; null where all of the past counts
   * @param windowTo the event's time
   * @param sources values of the features that it is computed from
   * @param events how many events it came from
   * @param newest the newest of them
   */
  record ExplainedFeature(
      String name,
      String entity,
      String aggregate,
      @Nullable String window,
      @Nullable Double served,
      @Nullable Double value,
      boolean byDefault,
      @Nullable Instant windowFrom,
      Instant windowTo,
      Map<String, @Nullable Double> sources,
      int events,
      List<Contribution> newest) {

    static ExplainedFeature of(Explanation explanation, double served) {
      boolean own = explanation.feature().entity().isKeptByAccount();
      List<Contribution> all = own ? explanation.contributions() : List.of();
      return new ExplainedFeature(
          explanation.feature().name(),
          explanation.feature().entity().name().toLowerCase(Locale.ROOT),
          explanation.feature().aggregate().label(),
          ListedFeature.window(explanation.feature().window()),
          orNull(served),
          own ? orNull(explanation.value()) : null,
          own && explanation.byDefault(),
          explanation.from(),
          explanation.to(),
          sources(explanation.sources()),
          all.size(),
          all.subList(Math.max(0, all.size() - MOST_SHOWN), all.size()));
    }

    private static Map<String, @Nullable Double> sources(Map<String, Double> sources) {
      Map<String, @Nullable Double> shown = new TreeMap<>();
      sources.forEach((name, value) -> shown.put(name, orNull(value)));
      return shown;
    }
  }

  static EventExplanation of(DecidedEvent decision, List<Explanation> explanations) {
    return new EventExplanation(
        decision.eventId(),
        decision.author(),
        explanations.stream()
            .map(
                explanation ->
                    ExplainedFeature.of(
                        explanation,
                        decision.features().getOrDefault(explanation.feature().name(), Double.NaN)))
            .toList());
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }
}
