package dev.rampart.ops.inspect;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Goes through the partitions of a store that are here, up to a number of keys. Used once. */
final class StoreScan {
  private final LocalStores stores;
  private final RecordDecoder decoder;
  private final StorePlace place;
  private final int limit;
  private final List<KeyEntry> found = new ArrayList<>();
  private @Nullable ScanCursor next;

  StoreScan(LocalStores stores, RecordDecoder decoder, StorePlace place, int limit) {
    this.stores = stores;
    this.decoder = decoder;
    this.place = place;
    this.limit = limit;
  }

  KeyPage run(ScanCursor from, String self) {
    List<Integer> partitions =
        place.kind() == StoreKind.GLOBAL ? List.of() : stores.activePartitions(place);
    if (place.kind() == StoreKind.GLOBAL) {
      scan(0, from);
    } else if (partitions.isEmpty()) {
      throw stores.unavailable(place.name());
    }
    for (int partition : partitions) {
      if (next == null && partition >= from.partition()) {
        scan(partition, from);
      }
    }
    return new KeyPage(found, next == null ? null : next.toString(), self, partitions);
  }

  private void scan(int partition, ScanCursor from) {
    String start = from.from(partition);
    if (place.kind() == StoreKind.GLOBAL) {
      var unused = stores.ask(place, store -> take(store, partition, start));
    } else {
      var unused = stores.askActive(place, partition, store -> take(store, partition, start));
    }
  }

  /** Takes keys behind the start; remembers where to go on once there are enough. */
  @SuppressWarnings("NullAway") // a range without a beginning begins at the first key
  private boolean take(
      ReadOnlyKeyValueStore<String, byte[]> store, int partition, @Nullable String start) {
    String last = start;
    try (KeyValueIterator<String, byte[]> records = store.range(start, null)) {
      while (records.hasNext()) {
        KeyValue<String, byte[]> record = records.next();
        if (record.key.equals(start)) {
          continue;
        }
        if (found.size() == limit) {
          next = new ScanCursor(partition, last);
          return false;
        }
        found.add(entry(record));
        last = record.key;
      }
    }
    return true;
  }

  private KeyEntry entry(KeyValue<String, byte[]> record) {
    return new KeyEntry(
        record.key, record.value.length, decoder.summary(place.name(), record.key, record.value));
  }
}
