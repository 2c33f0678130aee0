package dev.rampart.ops.inspect;

import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers when the standby copies here were last level with the active ones. Looked after by one
 * thread, asked by many.
 */
final class StandbyWatch {
  private final LocalStores stores;
  private final Clock clock;
  private final Map<Copy, Long> levelAt = new ConcurrentHashMap<>();

  StandbyWatch(LocalStores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  private record Copy(String store, int partition) {}

  /** Notes which copies are level now. */
  void look() {
    for (StorePlace place : stores.places()) {
      if (place.kind() == StoreKind.PARTITIONED && !stores.standbyPartitions(place).isEmpty()) {
        stores
            .behind(place)
            .forEach(
                (partition, records) -> {
                  if (records == 0) {
                    levelAt.put(new Copy(place.name(), partition), clock.millis());
                  }
                });
      }
    }
  }

  /** Milliseconds since a copy was last seen level; empty where it never was. */
  OptionalLong staleness(String store, int partition) {
    Long at = levelAt.get(new Copy(store, partition));
    return at == null ? OptionalLong.empty() : OptionalLong.of(clock.millis() - at);
  }
}
