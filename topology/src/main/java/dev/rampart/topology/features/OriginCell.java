package dev.rampart.topology.features;

/**
 * When an entity came into being. The first event that tells it decides: by its value where it has
 * one, else by its own time where it matches the filter. Until then, and for an event that is older
 * than the one that told it, the age is not known.
 */
final class OriginCell extends Cell {
  private static final double MILLIS_PER_DAY = 86_400_000;

  private boolean known;
  private long toldAt;
  private long origin;

  OriginCell(Slot slot) {
    super(slot);
  }

  /** Days from the origin to the event, 0 or more; NaN where the origin is not known. */
  double days(Observation event) {
    if (!known || toldAt > event.time) {
      return Double.NaN;
    }
    return Math.max(0, event.time - origin) / MILLIS_PER_DAY;
  }

  @Override
  void observe(Observation event) {
    long told = event.numbers[slot.value()];
    if (told <= 0 && !matches(event)) {
      return;
    }
    if (!known || event.time < toldAt) {
      change();
      known = true;
      toldAt = event.time;
      origin = told > 0 ? told : event.time;
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
    out.time(toldAt);
    out.signed(toldAt - origin);
  }

  @Override
  void read(RecordReader in) {
    known = true;
    toldAt = in.time();
    origin = toldAt - in.signed();
  }
}
