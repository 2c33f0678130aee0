package dev.rampart.topology.features;

/**
 * Different texts of a window: exact up to {@value ExactTexts#MOST}, then a {@link SlidingSketch}
 * until the window is empty again. Only the newest tile of a text is known, so the set cannot look
 * back: once a newer event has entered, an older one is served nothing.
 */
final class DistinctCell extends Cell {
  private static final int EXACT = 0;
  private static final int SKETCH = 1;

  private final ExactTexts exact = new ExactTexts();
  private final SlidingSketch sketch = new SlidingSketch();
  private long newest;
  private TextSet texts = exact;

  DistinctCell(Slot slot) {
    super(slot);
  }

  /** Different texts in the window that ends at the event, its own included; NaN: overtaken. */
  double window(Observation event) {
    if (event.time < newest) {
      return Double.NaN;
    }
    if (!event.late && texts == exact) {
      return exact.size();
    }
    long now = event.now[slot.tiling()];
    long age = now - event.own[slot.tiling()];
    if (age >= slot.tiles()) {
      return matches(event) ? event.texts(slot.value()).size() : 0;
    }
    return texts.count(now, age - 1, age + slot.tiles());
  }

  @Override
  void observe(Observation event) {
    long now = event.now[slot.tiling()];
    long before = event.before[slot.tiling()];
    if (now != before && !texts.isEmpty()) {
      expire(before, now);
    }
    if (matches(event)) {
      addAll(event, now, now - event.own[slot.tiling()]);
    }
  }

  private void expire(long before, long now) {
    if (texts.expire(slot.tiles(), before, now)) {
      change();
    }
    if (texts.isEmpty()) {
      clear();
    }
  }

  private void addAll(Observation event, long now, long age) {
    if (age >= slot.tiles()) {
      event.missedWindow = true;
      return;
    }
    TextKeys own = event.texts(slot.value());
    for (int i = 0; i < own.size(); i++) {
      change();
      newest = Math.max(newest, event.time);
      makeRoom(own.key(i), now);
      texts.add(own.key(i), now, (int) age);
    }
  }

  private void makeRoom(long key, long now) {
    if (texts == exact && exact.isFull() && !exact.contains(key)) {
      sketch.clear();
      exact.addTo(sketch, now);
      texts = sketch;
    }
  }

  @Override
  void clear() {
    exact.clear();
    texts = exact;
    newest = 0;
  }

  @Override
  boolean isEmpty() {
    return texts.isEmpty();
  }

  @Override
  void write(RecordWriter out) {
    out.time(newest);
    out.oneByte(texts == exact ? EXACT : SKETCH);
    texts.write(out);
  }

  @Override
  void read(RecordReader in) {
    newest = in.time();
    int kind = in.oneByte();
    if (kind > SKETCH) {
      throw in.malformed("set of texts of kind " + kind);
    }
    texts = kind == EXACT ? exact : sketch;
    texts.read(in);
  }
}
