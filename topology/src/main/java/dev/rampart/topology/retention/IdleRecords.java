package dev.rampart.topology.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
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

  private final ReadOnlyKeyValueStore<String, byte[]> store;
  private final Idleness idleness;
  private final Consumer<String> deletion;
  private @Nullable String next;

  /**
   * @param store what is looked through, in the order of its keys
   * @param deletion deletes the record of an account
   */
  public IdleRecords(
      ReadOnlyKeyValueStore<String, byte[]> store, Idleness idleness, Consumer<String> deletion) {
    this.store = store;
    this.idleness = idleness;
    this.deletion = deletion;
  }

  /**
   * One turn.
   *
   * @param moment records with nothing newer than this go
   * @return how many went
   */
  public int deleteSome(long moment) {
    List<String> idle = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> records = store.range(next, null)) {
      for (int seen = 0; seen < RECORDS_PER_TURN && records.hasNext(); seen++) {
        var record = records.next();
        if (idleness.isIdleSince(record.value, moment)) {
          idle.add(record.key);
        }
      }
      next = records.hasNext() ? records.peekNextKey() : null;
    }
    idle.forEach(deletion);
    return idle.size();
  }
}
