package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;
import java.util.List;

/** Tells the events that some feature of a catalogue counts from those that none does. */
public final class EventInterest {
  private final EventFilter[] filters;

  private EventInterest(EventFilter... filters) {
    this.filters = filters;
  }

  /** What the entities of a kind remember. */
  public static EventInterest of(EntityDefinition definition) {
    return definition.remembers().isEmpty()
        ? new EventInterest()
        : new EventInterest(compiled(new FilterCompiler(), definition.remembers()));
  }

  /** The interest of all features of a catalogue together. */
  public EventInterest(FeatureCatalogue catalogue) {
    SlotNeeds needs = new SlotNeeds();
    FilterCompiler compiler = new FilterCompiler();
    List<String> conditions =
        catalogue.features().stream()
            .filter(feature -> !needs.of(feature).isEmpty())
            .map(FeatureDefinition::where)
            .distinct()
            .toList();
    filters =
        conditions.stream().map(where -> compiled(compiler, where)).toArray(EventFilter[]::new);
  }

  /** Whether a feature counts the event. */
  public boolean includes(EventView event) {
    for (EventFilter filter : filters) {
      if (filter.matches(event)) {
        return true;
      }
    }
    return false;
  }

  private static EventFilter compiled(FilterCompiler compiler, String where) {
    try {
      return compiler.compile(where);
    } catch (FilterException e) {
      throw new IllegalStateException("condition was checked when the catalogue was read", e);
    }
  }
}
