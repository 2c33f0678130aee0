package dev.rampart.topology.retention;

import dev.rampart.topology.state.AccountRecords;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the records of one store that have been idle for too long. A turn looks at a bounded
 * number of records and goes on where the one before ended. Confined to the store's thread.
 */
public final class IdleRecords {
  /** Records that one turn looks at. */
  public static final int RECORDS_PER_TURN = 2_000;

  /** Tells an idle record. */
  @FunctionalInterface
  public interface Idleness {
    /** Whether nothing in the record is newer than a moment, in milliseconds since the epoch. */
    boolean isIdleSince(byte[] record, long moment);
  }

  private final AccountRecords store;
  private final Idleness idleness;
  private @Nullable String next;

  /**
   * @param store what is looked through, in the order of its keys
   */
  public IdleRecords(AccountRecords store, Idleness idleness) {
    this.store = store;
    this.idleness = idleness;
  }

  /**
   * One turn.
   *
   * @param moment records with nothing newer than this go
   * @return how many went
   */
  public int deleteSome(long moment) {
    List<String> idle = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> records = store.from(next)) {
      for (int seen = 0; seen < RECORDS_PER_TURN && records.hasNext(); seen++) {
        var record = records.next();
        if (idleness.isIdleSince(record.value, moment)) {
          idle.add(record.key);
        }
      }
      next = records.hasNext() ? records.peekNextKey() : null;
    }
    idle.forEach(store::delete);
    return idle.size();
  }
}
