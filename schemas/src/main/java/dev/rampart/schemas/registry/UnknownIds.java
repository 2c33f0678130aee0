package dev.rampart.schemas.registry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Ids that were lately asked for in vain, so that a flood of bad records is not passed on to the
 * registry. Holds the last {@value #CAPACITY} at most. Safe for use by many threads.
 */
final class UnknownIds {
  /** How long an id is taken for unknown without asking again. */
  static final Duration REMEMBERED = Duration.ofSeconds(10);

  private static final int CAPACITY = 10_000;

  private final LongSupplier nanoClock;
  private final Map<Integer, Long> since =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Long> eldest) {
          return size() > CAPACITY;
        }
      };

  UnknownIds() {
    this(System::nanoTime);
  }

  UnknownIds(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  synchronized boolean contains(int id) {
    Long at = since.get(id);
    return at != null && nanoClock.getAsLong() - at < REMEMBERED.toNanos();
  }

  /** Remembers {@code id} from now on, unless it is remembered already. */
  synchronized void add(int id) {
    if (!contains(id)) {
      since.remove(id);
      since.put(id, nanoClock.getAsLong());
    }
  }
}
