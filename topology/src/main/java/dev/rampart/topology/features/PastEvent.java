package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;

/**
 * An event that was observed.
 *
 * @param newest time of the newest event of the entity when it had been observed, itself included
 */
record PastEvent(EventView event, long newest) {
  long time() {
    return event.eventTime();
  }
}
