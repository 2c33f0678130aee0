package dev.rampart.topology.features;

import java.time.Duration;
import java.util.List;

/**
 * One feature as the catalogue declares it.
 *
 * @param name lower-case name, unique in the catalogue, with the window at its end by custom
 * @param entity whose record holds it
 * @param aggregate how events become a number
 * @param window length of the window, 10 s to 30 d; zero where the aggregate has none
 * @param where CEL condition over the event; empty means every event
 * @param value field of the event that is aggregated, as {@code event.mention_count}; empty where
 *     none is needed
 * @param of names of the features that this one is computed from
 * @param k how many of the most frequent values count, for {@link Aggregate#TOP_K}
 * @param otherwise value served where there is none; NaN unless declared
 * @param unit unit of the value
 * @param range values that it can take
 * @param why what abuse it shows
 */
public record FeatureDefinition(
    String name,
    EntityKind entity,
    Aggregate aggregate,
    Duration window,
    String where,
    String value,
    List<String> of,
    int k,
    double otherwise,
    String unit,
    String range,
    String why) {
  public FeatureDefinition {
    of = List.copyOf(of);
  }
}
