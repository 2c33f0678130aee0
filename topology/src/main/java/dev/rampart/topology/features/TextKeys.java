package dev.rampart.topology.features;

import dev.rampart.topology.text.FoldedText;

/** The texts that one expression finds in an event, as hashes without repeats; reused. */
final class TextKeys {
  /** Texts that are used of one event; the rest of a longer list is left out. */
  static final int MOST = 32;

  private static final long LOW_BYTE = 0xFF;

  private final long[] keys = new long[MOST];
  private int size;

  void clear() {
    size = 0;
  }

  /** Adds a text; the empty one is none. */
  void add(String text) {
    if (!text.isEmpty()) {
      add(Hashing.of(text));
    }
  }

  /** Adds a folded text; the empty one is none. */
  void add(FoldedText text) {
    if (text.length() > 0) {
      add(Hashing.of(text.letters(), text.length()));
    }
  }

  private void add(long hash) {
    if (size == MOST) {
      return;
    }
    long key = hash & ~LOW_BYTE;
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return;
      }
    }
    keys[size++] = key;
  }

  int size() {
    return size;
  }

  /** The upper 56 bits of a text's hash; the lower eight are 0, free for a tile. */
  long key(int i) {
    return keys[i];
  }
}
