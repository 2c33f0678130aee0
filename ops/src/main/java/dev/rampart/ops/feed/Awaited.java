package dev.rampart.ops.feed;

import dev.rampart.schemas.Decision;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Who waits for the decision of which event. Safe for use by many threads. */
final class Awaited {
  private final ConcurrentHashMap<String, Set<Waiter>> waiting = new ConcurrentHashMap<>();

  /** One who waits; equal to nobody else. */
  private static final class Waiter {
    private final CompletableFuture<Decision> future = new CompletableFuture<>();
  }

  /** A future that leaves nothing behind, however it ends. */
  CompletableFuture<Decision> add(String eventId) {
    Waiter waiter = new Waiter();
    waiting.compute(
        eventId,
        (id, known) -> {
          Set<Waiter> all = known == null ? ConcurrentHashMap.newKeySet() : known;
          all.add(waiter);
          return all;
        });
    var unused = waiter.future.whenComplete((decision, failure) -> remove(eventId, waiter));
    return waiter.future;
  }

  private void remove(String eventId, Waiter waiter) {
    waiting.computeIfPresent(
        eventId,
        (id, known) -> {
          known.remove(waiter);
          return known.isEmpty() ? null : known;
        });
  }

  /**
   * Completes all who wait for an event.
   *
   * @param decision asked only where somebody waits
   */
  void decided(String eventId, Supplier<Decision> decision) {
    if (waiting.containsKey(eventId)) {
      Decision made = decision.get();
      Set<Waiter> all = waiting.remove(eventId);
      if (all != null) {
        all.forEach(waiter -> waiter.future.complete(made));
      }
    }
  }

  /** Events that somebody waits for. */
  int size() {
    return waiting.size();
  }
}
