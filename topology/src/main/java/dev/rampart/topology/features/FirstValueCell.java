package dev.rampart.topology.features;

/** Value of the event with the earliest time; the one that came first among equals. */
final class FirstValueCell extends TimedValueCell {
  FirstValueCell(Slot slot) {
    super(slot);
  }

  /** The value, where an event up to the observation's time has one; else NaN. */
  double value(Observation event) {
    return upTo(event);
  }

  @Override
  boolean replaces(long kept, Observation event) {
    return event.time < kept;
  }
}
