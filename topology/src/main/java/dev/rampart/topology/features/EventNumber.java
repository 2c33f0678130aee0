package dev.rampart.topology.features;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.FieldType;
import java.time.Instant;

/** Reads a number from an event. */
@FunctionalInterface
interface EventNumber {
  /** Numbers beyond this, either way, count as it, so that no sum of squares can overflow. */
  long LARGEST = 1_000_000;

  long of(EventView event);

  /** The number in a field; a time in milliseconds since the epoch. */
  static EventNumber in(EventField field) {
    if (field.type() == FieldType.TIMESTAMP) {
      return event -> ((Instant) event.value(field)).toEpochMilli();
    }
    return event -> Math.max(-LARGEST, Math.min(LARGEST, (Long) event.value(field)));
  }
}
