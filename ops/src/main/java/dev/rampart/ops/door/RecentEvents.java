package dev.rampart.ops.door;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The events that came in lately by this door, and their writes. A write that fails is forgotten,
 * so that the event may come again. Safe for use by many threads.
 */
final class RecentEvents {
  private static final int MOST = 100_000;

  private final long keptNanos;
  private final LongSupplier nanoClock;
  private final Map<String, Arrival> arrivals = new LinkedHashMap<>();

  RecentEvents(Duration kept, LongSupplier nanoClock) {
    this.keptNanos = kept.toNanos();
    this.nanoClock = nanoClock;
  }

  private record Arrival(long at, CompletableFuture<RecordMetadata> written) {}

  /**
   * The write of an event: the one that there is, or a new one.
   *
   * @param write begins a new one; asked at most once for an event that is remembered
   */
  CompletableFuture<RecordMetadata> write(
      String eventId, Supplier<CompletableFuture<RecordMetadata>> write) {
    CompletableFuture<RecordMetadata> mine = new CompletableFuture<>();
    CompletableFuture<RecordMetadata> first = arrive(eventId, mine);
    if (first == mine) {
      var unused = write.get().whenComplete((place, failure) -> end(eventId, mine, place, failure));
    }
    return first;
  }

  private synchronized CompletableFuture<RecordMetadata> arrive(
      String eventId, CompletableFuture<RecordMetadata> mine) {
    long now = nanoClock.getAsLong();
    forgetBefore(now - keptNanos);
    return arrivals.computeIfAbsent(eventId, id -> new Arrival(now, mine)).written();
  }

  private void end(
      String eventId,
      CompletableFuture<RecordMetadata> mine,
      @Nullable RecordMetadata place,
      @Nullable Throwable failure) {
    if (failure == null) {
      mine.complete(place);
    } else {
      forget(eventId);
      mine.completeExceptionally(failure);
    }
  }

  /** The oldest stand first. */
  private void forgetBefore(long moment) {
    Iterator<Arrival> oldest = arrivals.values().iterator();
    while (oldest.hasNext() && (oldest.next().at() - moment < 0 || arrivals.size() >= MOST)) {
      oldest.remove();
    }
  }

  private synchronized void forget(String eventId) {
    arrivals.remove(eventId);
  }
}
