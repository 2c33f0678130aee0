package dev.rampart.topology.features;

/** Value of the event with the earliest time; the one that came first among equals. */
final class FirstValueCell extends Cell {
  private boolean known;
  private long time;
  private long value;

  FirstValueCell(Slot slot) {
    super(slot);
  }

  /** The value, where an event up to the observation's time has one; else NaN. */
  double value(Observation event) {
    return known && time <= event.time ? (double) value : Double.NaN;
  }

  @Override
  void observe(Observation event) {
    if (matches(event) && (!known || event.time < time)) {
      change();
      known = true;
      time = event.time;
      value = event.numbers[slot.value()];
    }
  }

  @Override
  void clear() {
    known = false;
  }

  @Override
  boolean isEmpty() {
    return !known;
  }

  @Override
  void write(RecordWriter out) {
    out.time(time);
    out.signed(value);
  }

  @Override
  void read(RecordReader in) {
    known = true;
    time = in.time();
    value = in.signed();
  }
}
