package dev.rampart.ops.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest decisions in a ring, found by event, action and account. One thread adds, any thread
 * asks; a question that looks at all of it holds the adding thread up for some milliseconds.
 */
final class DecisionWindow {
  private static final long NONE = -1;

  private final FeedLimits limits;
  private final @Nullable KeptDecision[] ring;
  private final Map<String, KeptDecision> byEvent = new HashMap<>();
  private final Map<UUID, KeptDecision> byAction = new HashMap<>();
  private final Map<UUID, UUID> reversals = new HashMap<>();
  private final Map<String, Long> newestOfAuthor = new HashMap<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private long oldest;
  private long next;
  private long bytes;

  DecisionWindow(FeedLimits limits) {
    this.limits = limits;
    this.ring = new KeptDecision[limits.decisions()];
  }

  /**
   * Some decisions that a filter accepts, the newest first.
   *
   * @param more whether there is at least one more
   */
  record Found(List<KeptDecision> decisions, boolean more) {}

  /** Adds the newest decision; the oldest go where it does not fit. */
  void add(DecisionHead head, byte[] value) {
    lock.writeLock().lock();
    try {
      while (next - oldest == ring.length || (bytes + value.length > limits.bytes() && hasAny())) {
        removeOldest();
      }
      put(new KeptDecision(next, head, value, newestOfAuthor.getOrDefault(head.authorId(), NONE)));
    } finally {
      lock.writeLock().unlock();
    }
  }

  private boolean hasAny() {
    return oldest < next;
  }

  private void put(KeptDecision kept) {
    ring[place(kept.sequence())] = kept;
    next++;
    bytes += kept.value().length;
    byEvent.put(kept.head().eventId(), kept);
    newestOfAuthor.put(kept.head().authorId(), kept.sequence());
    for (ActionHead action : kept.head().actions()) {
      byAction.put(action.actionId(), kept);
      if (action.reverses() != null) {
        reversals.put(action.reverses(), action.actionId());
      }
    }
  }

  private void removeOldest() {
    KeptDecision gone = at(oldest);
    ring[place(oldest)] = null;
    oldest++;
    bytes -= gone.value().length;
    byEvent.remove(gone.head().eventId(), gone);
    newestOfAuthor.remove(gone.head().authorId(), gone.sequence());
    for (ActionHead action : gone.head().actions()) {
      byAction.remove(action.actionId(), gone);
      if (action.reverses() != null) {
        reversals.remove(action.reverses(), action.actionId());
      }
    }
  }

  /** The decision of an event; of an event that was decided twice, the newer one. */
  Optional<KeptDecision> ofEvent(String eventId) {
    return reading(() -> Optional.ofNullable(byEvent.get(eventId)));
  }

  /** The decision that holds an action. */
  Optional<KeptDecision> ofAction(UUID actionId) {
    return reading(() -> Optional.ofNullable(byAction.get(actionId)));
  }

  /** The action that took an action back. */
  Optional<UUID> reversalOf(UUID actionId) {
    return reading(() -> Optional.ofNullable(reversals.get(actionId)));
  }

  /** How many decisions it holds. */
  int size() {
    return reading(() -> (int) (next - oldest));
  }

  /**
   * Decisions that a filter accepts, the newest first.
   *
   * @param before looks at those that came before this sequence
   */
  Found find(DecisionFilter filter, long before, int limit) {
    return reading(() -> scan(filter, before, limit));
  }

  private Found scan(DecisionFilter filter, long before, int limit) {
    List<KeptDecision> found = new ArrayList<>();
    Long ofAuthor = filter.subject() == null ? null : newestOfAuthor.get(filter.subject());
    long sequence = ofAuthor == null ? next - 1 : ofAuthor;
    while (sequence >= oldest) {
      KeptDecision kept = at(sequence);
      if (sequence < before && filter.accepts(kept.head())) {
        if (found.size() == limit) {
          return new Found(found, true);
        }
        found.add(kept);
      }
      sequence = ofAuthor == null ? sequence - 1 : kept.before();
    }
    return new Found(found, false);
  }

  private KeptDecision at(long sequence) {
    KeptDecision kept = ring[place(sequence)];
    if (kept == null) {
      throw new IllegalStateException("no decision at " + sequence);
    }
    return kept;
  }

  private int place(long sequence) {
    return (int) (sequence % ring.length);
  }

  private <T> T reading(Supplier<T> question) {
    lock.readLock().lock();
    try {
      return question.get();
    } finally {
      lock.readLock().unlock();
    }
  }
}
