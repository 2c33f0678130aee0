package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;

/** Condition over an event, checked and compiled when the catalogue is read. */
@FunctionalInterface
interface EventFilter {
  boolean matches(EventView event);
}
