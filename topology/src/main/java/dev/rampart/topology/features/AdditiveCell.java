package dev.rampart.topology.features;

/**
 * Sum over a window: of ones, of the event's number, of its square, or of gaps. Sums are
 * reversible, so the total is kept and a tile that leaves is taken off.
 */
final class AdditiveCell extends TiledCell {
  private final SlotKind kind;
  private long current;
  private long total;

  AdditiveCell(Slot slot) {
    super(slot);
    kind = slot.spec().kind();
  }

  /** Sum over the window that ends at the event, itself included. */
  long window(Observation event) {
    return event.late ? beforeLate(event) : total;
  }

  private long beforeLate(Observation event) {
    int tiling = slot.tiling();
    long age = event.now[tiling] - event.own[tiling];
    return fold(event.now[tiling], age, age + slot.tiles(), contribution(event));
  }

  @Override
  void observe(Observation event) {
    advance(event.before[slot.tiling()], event.now[slot.tiling()]);
    long contribution = contribution(event);
    if (contribution != 0) {
      add(event, contribution);
    }
  }

  private void advance(long before, long now) {
    if (now == before) {
      return;
    }
    if (now - before >= slot.tiles()) {
      forgetAll();
    } else {
      expire(before, now);
      closeTile(before);
    }
  }

  private void forgetAll() {
    clear();
    change();
  }

  private void closeTile(long tile) {
    if (current != 0) {
      append(tile, current);
      current = 0;
    }
  }

  private void add(Observation event, long contribution) {
    long age = event.now[slot.tiling()] - event.own[slot.tiling()];
    if (age >= slot.tiles()) {
      event.missedWindow = true;
      return;
    }
    total += contribution;
    change();
    if (age == 0) {
      current += contribution;
    } else {
      insert(event.now[slot.tiling()], (int) age, contribution);
    }
  }

  private long contribution(Observation event) {
    if (!matches(event)) {
      return 0;
    }
    return switch (kind) {
      case COUNT -> 1;
      case SUM -> event.numbers[slot.value()];
      case SQUARES -> square(event.numbers[slot.value()]);
      case GAP_COUNT -> shortGap(event) >= 0 ? 1 : 0;
      case GAP_SUM -> Math.max(0, shortGap(event));
      case GAP_SQUARES -> square(Math.max(0, shortGap(event)));
      case LAST_TIME,
          FIRST_VALUE,
          LAST_VALUE,
          ORIGIN,
          MIN,
          MAX,
          DISTINCT,
          FREQUENCY,
          DECAY,
          PAIRS ->
          throw new IllegalStateException(kind + " is no sum");
    };
  }

  /** A gap that began before the window is none of its. */
  private long shortGap(Observation event) {
    long gap = event.gaps[slot.filter()];
    return gap <= slot.spec().windowMillis() ? gap : -1;
  }

  private static long square(long number) {
    return number * number;
  }

  @Override
  void dropped(long value) {
    total -= value;
  }

  @Override
  long merge(long left, long right) {
    return left + right;
  }

  @Override
  void clear() {
    super.clear();
    current = 0;
    total = 0;
  }

  @Override
  boolean isEmpty() {
    return current == 0 && runIsEmpty();
  }

  @Override
  void write(RecordWriter out) {
    out.signed(current);
    if (!runIsEmpty()) {
      out.signed(total);
      writeRun(out);
    }
  }

  @Override
  void read(RecordReader in) {
    current = in.signed();
    total = current;
    if (in.hasMore()) {
      total = in.signed();
    }
    readRun(in);
  }
}
