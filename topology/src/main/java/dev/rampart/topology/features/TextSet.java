package dev.rampart.topology.features;

/**
 * Different texts of a window, each with the newest tile that it was seen in. Ages are in tiles
 * before the newest tile of the entity. Reused from record to record.
 */
interface TextSet {
  /**
   * Forgets what leaves the window when the newest tile moves from one to the other.
   *
   * @return whether anything did
   */
  boolean expire(int tiles, long before, long now);

  /** Adds a text that was seen in the tile of that age. */
  void add(long key, long now, int age);

  /** Number of different texts whose newest tile is older than one age and younger than another. */
  double count(long now, long olderThan, long youngerThan);

  boolean isEmpty();

  void write(RecordWriter out);

  /** Takes over what {@link #write} wrote, up to the reader's end. */
  void read(RecordReader in);

  void clear();

  /** Age of a tile of which only the low seven bits are known. */
  static int age(long tile, long now) {
    return (int) (now - tile) & 0x7F;
  }
}
