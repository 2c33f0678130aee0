package dev.rampart.topology.features;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the value of one feature came about.
 *
 * @param feature as the catalogue declares it
 * @param value what is served
 * @param byDefault whether there was no value, so that the declared default (or NaN) is served
 * @param from beginning of the oldest tile of the window; null where the feature looks at all of
 *     the past
 * @param to end of the window: the event's own time, included
 * @param contributions events that the value came from, in the order in which they were observed
 * @param sources values of the features that it is computed from, by name
 */
public record Explanation(
    FeatureDefinition feature,
    double value,
    boolean byDefault,
    @Nullable Instant from,
    Instant to,
    List<Contribution> contributions,
    Map<String, Double> sources) {
  public Explanation {
    contributions = List.copyOf(contributions);
    sources = Map.copyOf(sources);
  }
}
