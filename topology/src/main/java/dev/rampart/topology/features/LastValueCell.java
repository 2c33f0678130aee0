package dev.rampart.topology.features;

/** Value of the event with the newest time; the one that came last among equals. */
final class LastValueCell extends Cell {
  private boolean known;
  private long time;
  private long value;
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
    beforeThis = known && time <= event.time ? (double) value : Double.NaN;
    if (matches(event) && (!known || event.time >= time)) {
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
