package dev.rampart.topology.features;

/**
 * Smallest or largest number of a window: one per tile, because an extreme cannot be taken back
 * when its tile leaves.
 */
final class ExtremeCell extends TiledCell {
  private final boolean smallest;

  ExtremeCell(Slot slot) {
    super(slot);
    smallest = slot.spec().kind() == SlotKind.MIN;
  }

  /** The extreme of the window that ends at the event, itself included; NaN for an empty one. */
  double window(Observation event) {
    int tiling = slot.tiling();
    long age = event.now[tiling] - event.own[tiling];
    long own = matches(event) ? event.numbers[slot.value()] : nothing();
    long newerThan = event.late ? age : -1;
    long extreme = fold(event.now[tiling], newerThan, age + slot.tiles(), own);
    return extreme == nothing() ? Double.NaN : (double) extreme;
  }

  private long nothing() {
    return smallest ? Long.MAX_VALUE : Long.MIN_VALUE;
  }

  @Override
  void observe(Observation event) {
    long now = event.now[slot.tiling()];
    expire(event.before[slot.tiling()], now);
    if (!matches(event)) {
      return;
    }
    long age = now - event.own[slot.tiling()];
    if (age < slot.tiles()) {
      insert(now, (int) age, event.numbers[slot.value()]);
    } else {
      event.missedWindow = true;
    }
  }

  @Override
  long merge(long left, long right) {
    return smallest ? Math.min(left, right) : Math.max(left, right);
  }

  @Override
  boolean isEmpty() {
    return runIsEmpty();
  }

  @Override
  void write(RecordWriter out) {
    writeRun(out);
  }

  @Override
  void read(RecordReader in) {
    readRun(in);
  }
}
