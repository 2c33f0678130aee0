package dev.rampart.topology.features;

/** One event's number and its time. */
abstract class TimedValueCell extends Cell {
  private boolean known;
  private long time;
  private long value;

  TimedValueCell(Slot slot) {
    super(slot);
  }

  /** Whether an event takes the place of the one that is kept. */
  abstract boolean replaces(long kept, Observation event);

  /** What is kept, where it is not newer than the event; else NaN. */
  final double upTo(Observation event) {
    return known && time <= event.time ? (double) value : Double.NaN;
  }

  @Override
  void observe(Observation event) {
    if (matches(event) && (!known || replaces(time, event))) {
      change();
      known = true;
      time = event.time;
      value = event.numbers[slot.value()];
    }
  }

  @Override
  final void clear() {
    known = false;
  }

  @Override
  final boolean isEmpty() {
    return !known;
  }

  @Override
  final void write(RecordWriter out) {
    out.time(time);
    out.signed(value);
  }

  @Override
  final void read(RecordReader in) {
    known = true;
    time = in.time();
    value = in.signed();
  }
}
