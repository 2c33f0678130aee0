package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.rule.EventCondition;
import java.util.HashMap;
import java.util.Map;

/** All different texts of one feature's window, by entity, each with its newest tile. */
final class ExactCount {
  private final EventCondition filter;
  private final EventText text;
  private final Tiling tiling;
  private final TextKeys keys = new TextKeys();
  private final Map<String, Map<Long, Long>> newestTiles = new HashMap<>();

  private ExactCount(EventCondition filter, EventText text, Tiling tiling) {
    this.filter = filter;
    this.text = text;
    this.tiling = tiling;
  }

  static ExactCount of(FeatureDefinition feature) {
    return new ExactCount(
        Conditions.checked(feature.where()),
        EventText.in(feature.value()),
        Tiling.of(feature.window().toMillis()));
  }

  /** Adds an event and counts the texts of the window that ends at the entity's newest one. */
  double add(String entity, EventView event, long newest) {
    Map<Long, Long> tiles = newestTiles.computeIfAbsent(entity, key -> new HashMap<>());
    if (filter.isMetBy(event)) {
      addTexts(tiles, event);
    }
    long oldest = tiling.tileOf(newest) - tiling.count() + 1;
    tiles.values().removeIf(tile -> tile < oldest);
    return tiles.size();
  }

  private void addTexts(Map<Long, Long> tiles, EventView event) {
    keys.clear();
    text.addTo(keys, event);
    for (int i = 0; i < keys.size(); i++) {
      tiles.merge(keys.key(i), tiling.tileOf(event.eventTime()), Math::max);
    }
  }

  void forget(String entity) {
    newestTiles.remove(entity);
  }
}
