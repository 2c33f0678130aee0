package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells how every value of one event came about. Keeps all events of one entity, so it is for
 * looking back at one account and not for the stream. It looks for the events of a window by
 * itself, without the tiles of the engine, and so is also a check of the engine.
 *
 * <p>Confined to one thread.
 */
public final class FeatureExplainer {
  private final FeatureCatalogue catalogue;
  private final FeatureEngine engine;
  private final Duration kept;
  private EntityState state;
  private final List<FeatureTrail> trails;
  private final List<PastEvent> past = new ArrayList<>();

  /**
   * An explainer of an entity that nothing is known of yet.
   *
   * @param kept idle time after which the entity is forgotten
   */
  public FeatureExplainer(FeatureCatalogue catalogue, Duration kept) {
    this.catalogue = catalogue;
    this.kept = kept;
    engine = new FeatureEngine(catalogue);
    state = engine.decode(null);
    trails = catalogue.features().stream().map(FeatureTrail::of).toList();
  }

  /**
   * Adds an event of the entity; hand them over in the order in which they were decided.
   *
   * @return values in the catalogue's order
   */
  public double[] observe(EventView event) {
    if (!state.isNew() && event.eventTime() - state.newestEventTime() > kept.toMillis()) {
      forget();
    }
    double[] values = engine.observe(state, event);
    past.add(new PastEvent(event, state.newestEventTime()));
    return values;
  }

  /** Knows nothing of the entity any more. */
  public void forget() {
    past.clear();
    state = engine.decode(null);
  }

  /** Adds an event and explains every value that it is served, in the catalogue's order. */
  public List<Explanation> explain(EventView event) {
    double[] values = observe(event);
    List<Explanation> explanations = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      explanations.add(explanation(i, values, event));
    }
    return explanations;
  }

  private Explanation explanation(int place, double[] values, EventView event) {
    FeatureDefinition feature = catalogue.features().get(place);
    FeatureTrail trail = trails.get(place);
    List<PastEvent> own = PastEvent.of(feature.entity(), past);
    boolean byDefault = engine.isMissing(state, place, values);
    return new Explanation(
        feature,
        values[place],
        byDefault,
        own.isEmpty() ? null : trail.from(own).map(Instant::ofEpochMilli).orElse(null),
        Instant.ofEpochMilli(event.eventTime()),
        own.isEmpty() ? List.of() : trail.contributions(own),
        sources(feature, values));
  }

  private Map<String, Double> sources(FeatureDefinition feature, double[] values) {
    Map<String, Double> sources = new LinkedHashMap<>();
    for (String name : feature.of()) {
      sources.put(name, values[catalogue.names().indexOf(name)]);
    }
    return sources;
  }
}
