package dev.rampart.topology.features;

/**
 * Cut of a window into tiles of equal length, aligned to the epoch. Events of one tile are kept
 * together, so a window moves on by whole tiles: an event counts for more than {@code window -
 * tile} and less than {@code window}.
 *
 * @param tileMillis length of a tile
 * @param count tiles in a window, at most {@value #MAX_COUNT}
 */
record Tiling(long tileMillis, int count) {
  /** So that the low seven bits of a tile's number tell the tiles of a window apart. */
  static final int MAX_COUNT = 120;

  static final long SHORTEST_MILLIS = 10_000;
  static final long LONGEST_MILLIS = 30L * 86_400_000;

  private static final int AIM = 24;
  private static final long[] TILES_SECONDS = {
    86_400, 43_200, 21_600, 14_400, 7_200, 3_600, 1_800, 1_200, 600, 300, 120, 60, 30, 20, 10, 5, 2,
    1
  };

  /**
   * The longest tile of the ladder that cuts the window evenly into {@value #AIM} or more; one
   * second where that is not reached.
   *
   * @throws IllegalArgumentException when no tile cuts it into at most {@value #MAX_COUNT}
   */
  static Tiling of(long windowMillis) {
    for (long seconds : TILES_SECONDS) {
      long tile = seconds * 1000;
      if (windowMillis % tile == 0 && (windowMillis / tile >= AIM || seconds == 1)) {
        return new Tiling(tile, Math.toIntExact(windowMillis / tile));
      }
    }
    throw new IllegalArgumentException("no whole number of seconds");
  }

  Tiling {
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException(count + " tiles of " + tileMillis / 1000 + " s");
    }
  }

  /** Number of the tile that a time falls in. */
  long tileOf(long millis) {
    return millis / tileMillis;
  }
}
