package dev.rampart.ops.chaos;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many events through, no faster than a rate, and holds the rest until more are let
 * through, so that every fault falls in the middle of the feed however long a recovery takes. Time
 * that was lost is not made up for. Read by one thread, opened by another.
 */
final class Gate<T> implements Iterator<T>, AutoCloseable {
  private static final long SHORTEST_PAUSE_NANOS = 5_000_000;

  private final Iterator<T> events;
  private final long nanosPerEvent;
  private final Semaphore allowed = new Semaphore(0);
  private volatile boolean closed;
  private volatile long passed;
  private volatile @Nullable T last;
  private long due = System.nanoTime();

  /**
   * @param perSecond most events a second
   */
  Gate(Iterator<T> events, int perSecond) {
    this.events = events;
    this.nanosPerEvent = 1_000_000_000L / perSecond;
  }

  /** Lets that many more through. */
  void open(int more) {
    allowed.release(more);
  }

  /** How many have passed. */
  long passed() {
    return passed;
  }

  /** The event that passed last; empty before the first. */
  Optional<T> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public boolean hasNext() {
    return !closed && events.hasNext();
  }

  /** The next event, as soon as it may pass. */
  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // written by the reading thread only
  public T next() {
    allowed.acquireUninterruptibly();
    pace();
    passed++;
    T next = events.next();
    last = next;
    return next;
  }

  private void pace() {
    long now = System.nanoTime();
    due = Math.max(due, now - SHORTEST_PAUSE_NANOS) + nanosPerEvent;
    for (long left = due - now; left > SHORTEST_PAUSE_NANOS; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Ends the feed early: nothing is held any more, at most one event still comes. */
  @Override
  public void close() {
    closed = true;
    allowed.release();
  }
}
