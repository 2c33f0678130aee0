package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact values of the {@link Aggregate#DISTINCT} features of many entities, recipient pairs aside:
 * what the sketch stands in for past {@value ExactTexts#MOST} texts. Its memory grows with the
 * texts, so it is for checks and not for the stream. Confined to one thread.
 */
public final class DistinctCounts {
  /** Texts up to which the engine itself is exact. */
  public static final int EXACT = ExactTexts.MOST;

  private final List<FeatureDefinition> features;
  private final Map<Integer, ExactCount> counts = new HashMap<>();
  private final Map<String, Long> newest = new HashMap<>();

  /** Knows of no entity yet. */
  public DistinctCounts(FeatureCatalogue catalogue) {
    features = catalogue.features();
    for (int i = 0; i < features.size(); i++) {
      FeatureDefinition feature = features.get(i);
      if (feature.aggregate() == Aggregate.DISTINCT
          && feature.entity() != EntityKind.RECIPIENT_PAIR) {
        counts.put(i, ExactCount.of(feature));
      }
    }
  }

  /**
   * Adds an event of an entity.
   *
   * @return by the catalogue's order how many different texts the window holds; NaN for other
   *     features and for an event that is older than one before it
   */
  public double[] observe(String entity, EventView event) {
    long latest = newest.merge(entity, event.eventTime(), Math::max);
    double[] values = new double[features.size()];
    Arrays.fill(values, Double.NaN);
    counts.forEach(
        (place, count) -> {
          double value = count.add(entity, event, latest);
          values[place] = event.eventTime() < latest ? Double.NaN : value;
        });
    return values;
  }

  /** Knows nothing of the entity any more. */
  public void forget(String entity) {
    newest.remove(entity);
    counts.values().forEach(count -> count.forget(entity));
  }
}
