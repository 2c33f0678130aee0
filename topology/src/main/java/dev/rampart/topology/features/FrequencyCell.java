package dev.rampart.topology.features;

/**
 * How often each text occurred in each tile of a window, for the {@value TextTiles#MOST} pairs of
 * text and tile that came last: past that the oldest tile's rarest pair is dropped, and counts are
 * lower bounds.
 */
final class FrequencyCell extends Cell {
  private final TextTiles held = new TextTiles();

  FrequencyCell(Slot slot) {
    super(slot);
  }

  /** How often the event's most frequent own text occurred; NaN where it has none. */
  double ownCount(Observation event) {
    if (!matches(event)) {
      return Double.NaN;
    }
    TextKeys own = event.texts(slot.value());
    double most = Double.NaN;
    for (int i = 0; i < own.size(); i++) {
      double count = count(TextTiles.key(own.key(i)), event) + (event.late ? 1 : 0);
      most = most >= count ? most : count;
    }
    return most;
  }

  private double count(long key, Observation event) {
    long total = 0;
    for (int i = held.first(key); i < held.size(); i++) {
      if (held.key(i) != key) {
        break;
      }
      total += isInWindow(held.tile(i), event) ? held.count(i) : 0;
    }
    return total;
  }

  /** Adds up, text by text, what the window that ends at the event holds. */
  TextTotals totals(Observation event) {
    TextTotals totals = event.totals;
    if (event.late) {
      addLate(totals, event);
    } else {
      totals.take(held);
    }
    return totals;
  }

  private void addLate(TextTotals totals, Observation event) {
    totals.clear();
    for (int i = 0; i < held.size(); i++) {
      if (isInWindow(held.tile(i), event)) {
        totals.add(held.key(i), held.count(i));
      }
    }
    if (matches(event)) {
      totals.addOwn(event.texts(slot.value()));
    }
  }

  /** For an event that is not late all that is held: what left the window was dropped. */
  private boolean isInWindow(long tile, Observation event) {
    if (!event.late) {
      return true;
    }
    long now = event.now[slot.tiling()];
    int age = TextSet.age(tile, now);
    long own = now - event.own[slot.tiling()];
    return age > own && age < own + slot.tiles();
  }

  @Override
  void observe(Observation event) {
    int tiling = slot.tiling();
    long now = event.now[tiling];
    if (event.moved[tiling] && held.expire(slot.tiles(), event.before[tiling], now)) {
      change();
    }
    if (matches(event)) {
      addAll(event, now, now - event.own[tiling]);
    }
  }

  private void addAll(Observation event, long now, long age) {
    if (age >= slot.tiles()) {
      event.missedWindow = true;
      return;
    }
    TextKeys own = event.texts(slot.value());
    for (int i = 0; i < own.size(); i++) {
      held.add(TextTiles.key(own.key(i)), now - age, now);
      change();
    }
  }

  @Override
  void clear() {
    held.clear();
  }

  @Override
  boolean isEmpty() {
    return held.size() == 0;
  }

  @Override
  void write(RecordWriter out) {
    held.write(out);
  }

  @Override
  void read(RecordReader in) {
    held.read(in);
  }
}
