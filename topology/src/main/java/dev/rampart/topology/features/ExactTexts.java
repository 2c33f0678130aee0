package dev.rampart.topology.features;

import java.util.Arrays;

/** Up to {@value #MOST} texts, one long each: 56 bits of hash, and the low bits of the tile. */
final class ExactTexts implements TextSet {
  /** Texts that are told apart exactly; with more, the set becomes a {@link SlidingSketch}. */
  static final int MOST = 64;

  private static final long KEY = ~0xFFL;

  private long[] entries = new long[4];
  private int size;

  @Override
  public void read(RecordReader in) {
    size = 0;
    while (in.hasMore()) {
      if (size == MOST) {
        throw in.malformed("more than " + MOST + " texts");
      }
      append(in.fixed64());
    }
  }

  @Override
  public void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == MOST;
  }

  boolean contains(long key) {
    return find(key) >= 0;
  }

  /** Adds all texts to a sketch. */
  void addTo(SlidingSketch sketch, long now) {
    for (int i = 0; i < size; i++) {
      sketch.add(entries[i] & KEY, now, TextSet.age(entries[i], now));
    }
  }

  @Override
  public boolean expire(int tiles, long before, long now) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (TextSet.age(entries[i], before) + (now - before) < tiles) {
        entries[kept++] = entries[i];
      }
    }
    boolean any = kept < size;
    size = kept;
    return any;
  }

  @Override
  public void add(long key, long now, int age) {
    long entry = key | ((now - age) & 0x7F);
    int at = find(key);
    if (at < 0) {
      append(entry);
    } else if (age < TextSet.age(entries[at], now)) {
      entries[at] = entry;
    }
  }

  @Override
  public double count(long now, long olderThan, long youngerThan) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      int age = TextSet.age(entries[i], now);
      if (age > olderThan && age < youngerThan) {
        count++;
      }
    }
    return count;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public void write(RecordWriter out) {
    for (int i = 0; i < size; i++) {
      out.fixed64(entries[i]);
    }
  }

  private int find(long key) {
    for (int i = 0; i < size; i++) {
      if ((entries[i] & KEY) == key) {
        return i;
      }
    }
    return -1;
  }

  private void append(long entry) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    entries[size++] = entry;
  }
}
