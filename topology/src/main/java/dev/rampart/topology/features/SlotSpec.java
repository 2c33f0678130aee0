package dev.rampart.topology.features;

/**
 * What one storage of a record keeps. Features that need the same one share it.
 *
 * @param where condition of the events that enter
 * @param value expression that is kept, empty where there is none
 * @param windowMillis length of the window, 0 where there is none
 */
record SlotSpec(SlotKind kind, String where, String value, long windowMillis)
    implements Comparable<SlotSpec> {

  boolean windowed() {
    return windowMillis > 0;
  }

  /** Stable name of the storage in records: equal exactly when the meaning is. */
  int fingerprint() {
    long tile = windowed() ? Tiling.of(windowMillis).tileMillis() : 0;
    String meaning =
        String.join(
            "\n", kind.version() + "", kind.name(), where, value, windowMillis + "", tile + "");
    return (int) Hashing.of(meaning);
  }

  @Override
  public int compareTo(SlotSpec other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : Integer.compareUnsigned(fingerprint(), other.fingerprint());
  }
}
