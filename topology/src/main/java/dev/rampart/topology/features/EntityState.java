package dev.rampart.topology.features;

/**
 * Decoded record of one entity. Belongs to the engine that decoded it and to one thread; valid
 * until that engine decodes the next record.
 */
public final class EntityState {
  private static final byte[] NO_RECORD = new byte[0];

  final Cell[] cells;
  final RecentIds ids;

  /** -1 where no event was seen. */
  long newest = -1;

  long firstSeen = -1;

  /** The record that was decoded: what did not change is copied from it. */
  byte[] record = NO_RECORD;

  EntityState(Cell[] cells, RecentIds ids) {
    this.cells = cells;
    this.ids = ids;
  }

  /** Whether no event was seen of the entity yet. */
  public boolean isNew() {
    return newest < 0;
  }

  /** Time of the newest event in milliseconds since the epoch; -1 where there is none. */
  public long newestEventTime() {
    return newest;
  }
}
