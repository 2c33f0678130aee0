package dev.rampart.actions.document;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import java.util.List;
import java.util.Map;

/**
 * Other values of thresholds for some events. An event must fit every field that the override
 * names; a field fits when one of its values does, a locale also when it only adds a region.
 *
 * @param fits allowed values by field
 * @param thresholds value by name of the threshold
 */
public record ThresholdOverride(
    Map<EventField, List<String>> fits, Map<String, Double> thresholds) {
  public ThresholdOverride {
    fits = Map.copyOf(fits);
    thresholds = Map.copyOf(thresholds);
  }

  /** Whether the override holds for an event. */
  public boolean holdsFor(EventView event) {
    for (Map.Entry<EventField, List<String>> field : fits.entrySet()) {
      if (!holds(field.getKey(), field.getValue(), (String) event.value(field.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(EventField field, List<String> allowed, String found) {
    for (String value : allowed) {
      if (value.equals(found) || (field == EventField.LOCALE && found.startsWith(value + "-"))) {
        return true;
      }
    }
    return false;
  }
}
