package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.rule.EventCondition;
import java.util.List;

/** Tells the events that some feature of a catalogue counts from those that none does. */
public final class EventInterest {
  private final EventCondition[] filters;

  private EventInterest(EventCondition... filters) {
    this.filters = filters;
  }

  /** What the entities of a kind remember. */
  public static EventInterest of(EntityDefinition definition) {
    return definition.remembers().isEmpty()
        ? new EventInterest()
        : new EventInterest(Conditions.checked(definition.remembers()));
  }

  /** The interest of all features of a catalogue together. */
  public EventInterest(FeatureCatalogue catalogue) {
    SlotNeeds needs = new SlotNeeds();
    List<String> conditions =
        catalogue.features().stream()
            .filter(feature -> !needs.of(feature).isEmpty())
            .map(FeatureDefinition::where)
            .distinct()
            .toList();
    filters = conditions.stream().map(Conditions::checked).toArray(EventCondition[]::new);
  }

  /** Whether a feature counts the event. */
  public boolean includes(EventView event) {
    for (EventCondition filter : filters) {
      if (filter.isMetBy(event)) {
        return true;
      }
    }
    return false;
  }
}
