package dev.rampart.topology.entities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Removes erased accounts from what the entities of a store remember. It goes through the whole
 * store in slices, so that no commit waits for it. Marks of the accounts lie in the store until the
 * pass that began after them has come to the end: a restart begins that pass again.
 */
final class EntityErasure {
  /** What keys of the store begin with that are marks and no entities. */
  static final String PREFIX = "erasing:";

  static final int SLICE = 2_000;

  private static final byte[] MARKED = {1};

  private final KeyValueStore<String, byte[]> store;
  private final Packer packer;

  /** Marks that are looked for in this pass, and those that came after it had begun. */
  private Set<String> sought = new HashSet<>();

  private Set<String> waiting = new HashSet<>();
  private @Nullable String next;

  /** Goes on with what a store still has to forget. */
  EntityErasure(KeyValueStore<String, byte[]> store, Packer packer) {
    this.store = store;
    this.packer = packer;
    try (KeyValueIterator<String, byte[]> marks = store.range(PREFIX, PREFIX + "g")) {
      marks.forEachRemaining(mark -> sought.add(mark.key.substring(PREFIX.length())));
    }
  }

  /** Whether a key of the store is a mark. */
  static boolean isMark(String key) {
    return key.startsWith(PREFIX);
  }

  /** Begins to forget an account. */
  void begin(String mark) {
    store.put(PREFIX + mark, MARKED);
    waiting.add(mark);
  }

  /** Goes through one slice; does nothing while there is nothing to forget. */
  void turn() {
    if (sought.isEmpty() && waiting.isEmpty()) {
      return;
    }
    if (sought.isEmpty()) {
      startPass();
    }
    slice().forEach(this::forget);
    if (next == null) {
      sought.forEach(mark -> store.delete(PREFIX + mark));
      startPass();
    }
  }

  private void startPass() {
    sought = waiting;
    waiting = new HashSet<>();
  }

  private List<KeyValue<String, byte[]>> slice() {
    List<KeyValue<String, byte[]>> remembering = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> records = from(next)) {
      for (int left = SLICE; left > 0 && records.hasNext(); left--) {
        KeyValue<String, byte[]> record = records.next();
        if (!isMark(record.key)) {
          remembering.add(record);
        }
      }
      next = records.hasNext() ? records.peekNextKey() : null;
    }
    return remembering;
  }

  /** A record that cannot be read starts afresh when it is next met. */
  private void forget(KeyValue<String, byte[]> stored) {
    try {
      EntityRecord record = EntityRecord.decode(stored.value);
      if (record.remembered.removeIf(this::isSought)) {
        store.put(stored.key, record.encode(packer));
      }
    } catch (MalformedBytesException unreadable) {
      store.delete(stored.key);
    }
  }

  private boolean isSought(Remembered event) {
    return sought.contains(ErasurePage.mark(event.accountId()));
  }

  @SuppressWarnings("NullAway") // Kafka Streams takes null for an open end
  private KeyValueIterator<String, byte[]> from(@Nullable String key) {
    return key == null ? store.all() : store.range(key, null);
  }
}
