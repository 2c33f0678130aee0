package dev.rampart.topology.features;

/** Value of the event with the newest time; the one that came last among equals. */
final class LastValueCell extends TimedValueCell {
  private double beforeThis;

  LastValueCell(Slot slot) {
    super(slot);
  }

  /** The value before the event; NaN where there is none or it is newer than the event. */
  double valueBefore() {
    return beforeThis;
  }

  @Override
  void observe(Observation event) {
    beforeThis = upTo(event);
    super.observe(event);
  }

  @Override
  boolean replaces(long kept, Observation event) {
    return event.time >= kept;
  }
}
