package dev.rampart.topology.features;

/**
 * One storage of one entity's record. Reused from record to record: it holds what the last decoded
 * record has of it. Where no event changes it, its part of the record is carried over unread.
 */
abstract class Cell {
  final Slot slot;

  private final int tiling;
  private final int filter;

  /** Its section in the record, fingerprint included; empty where the record has none. */
  private int sectionFrom;

  private int sectionTo;
  private boolean used;
  private boolean changed;

  Cell(Slot slot) {
    this.slot = slot;
    tiling = slot.tiling();
    filter = slot.filter();
  }

  /** Moves to the observation's time and adds the event where it matches. */
  abstract void observe(Observation event);

  /** Whether a record can leave it out. */
  abstract boolean isEmpty();

  abstract void write(RecordWriter out);

  /** Takes over what {@link #write} wrote, up to the reader's end. */
  abstract void read(RecordReader in);

  /** Forgets what it holds. */
  abstract void clear();

  final boolean matches(Observation event) {
    return event.matched[filter];
  }

  /** Whether the event or its time could change what is held. */
  final boolean isTouchedBy(Observation event) {
    return tiling < 0 || event.matched[filter] || (used && event.moved[tiling]);
  }

  /** Must be called whenever what {@link #write} writes may have changed. */
  final void change() {
    changed = true;
    used = true;
  }

  final boolean isChanged() {
    return changed;
  }

  final int sectionFrom() {
    return sectionFrom;
  }

  final int sectionTo() {
    return sectionTo;
  }

  /** Reads its part of a record. */
  final void readSection(RecordReader in, int from) {
    used = true;
    changed = false;
    sectionFrom = from;
    sectionTo = in.end;
    read(in);
  }

  /** Is empty, as the record has no section of it. */
  final void leaveOut() {
    if (used) {
      used = false;
      changed = false;
      sectionFrom = 0;
      sectionTo = 0;
      clear();
    }
  }
}
