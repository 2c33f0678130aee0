package dev.rampart.topology.entities;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a store of entities in slices and removes those that had no event for as long as
 * they are kept. A slice is as long as twice the records that came in since the one before, and
 * {@value #SHORTEST} at least: the store cannot outgrow the sweep, and no slice takes long.
 */
final class EntitySweep {
  static final int SHORTEST = 500;

  /** Told of what was removed. */
  interface Listener {
    void removed(String key, byte[] stored);
  }

  /** How long the entities of a key's kind are kept. */
  interface Kept {
    long millis(String key);
  }

  private final KeyValueStore<String, byte[]> store;
  private final Kept kept;
  private @Nullable String next;
  private int added;

  EntitySweep(KeyValueStore<String, byte[]> store, Kept kept) {
    this.store = store;
    this.kept = kept;
  }

  /** Notes that a record came in. */
  void added() {
    added++;
  }

  /**
   * Sweeps one slice.
   *
   * @param now event time that the store has reached, in milliseconds since the epoch
   */
  void sweep(long now, Listener listener) {
    int left = Math.max(SHORTEST, 2 * added);
    added = 0;
    List<KeyValue<String, byte[]>> idle = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> records = from(next)) {
      for (; left > 0 && records.hasNext(); left--) {
        KeyValue<String, byte[]> record = records.next();
        if (!EntityErasure.isMark(record.key) && isIdle(record, now)) {
          idle.add(record);
        }
      }
      next = records.hasNext() ? records.peekNextKey() : null;
    }
    for (KeyValue<String, byte[]> record : idle) {
      store.delete(record.key);
      listener.removed(record.key, record.value);
    }
  }

  private boolean isIdle(KeyValue<String, byte[]> record, long now) {
    return now - EntityRecord.newestOf(record.value) > kept.millis(record.key);
  }

  @SuppressWarnings("NullAway") // Kafka Streams takes null for an open end
  private KeyValueIterator<String, byte[]> from(@Nullable String key) {
    return key == null ? store.all() : store.range(key, null);
  }
}
