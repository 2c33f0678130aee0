package dev.rampart.topology.features;

/** Time of the newest event that matches. Hands the gap before the event to the gap sums. */
final class LastTimeCell extends Cell {
  /** One more than the time; 0 where there is none. */
  private long stored;

  private long beforeThis;

  LastTimeCell(Slot slot) {
    super(slot);
  }

  /** Seconds since the newest event before this one; NaN where there is none or it is newer. */
  double secondsSince(Observation event) {
    return beforeThis == 0 || beforeThis - 1 > event.time
        ? Double.NaN
        : (event.time - (beforeThis - 1)) / 1000.0;
  }

  @Override
  void observe(Observation event) {
    beforeThis = stored;
    boolean known = stored != 0 && stored - 1 <= event.time;
    event.gaps[slot.filter()] = known ? event.time - (stored - 1) : -1;
    if (matches(event)) {
      change();
      stored = Math.max(stored, event.time + 1);
    }
  }

  @Override
  void clear() {
    stored = 0;
  }

  @Override
  boolean isEmpty() {
    return stored == 0;
  }

  @Override
  void write(RecordWriter out) {
    out.time(stored);
  }

  @Override
  void read(RecordReader in) {
    stored = in.time();
  }
}
