package dev.rampart.ops.chaos;

import java.util.Iterator;
import java.util.concurrent.Semaphore;

/**
 * Lets so many events through and holds the rest until more are let through, so that every strike
 * falls in the middle of the feed however long a recovery takes. Read by one thread, opened by
 * another.
 */
final class Gate<T> implements Iterator<T>, AutoCloseable {
  private final Iterator<T> events;
  private final Semaphore allowed = new Semaphore(0);
  private volatile boolean closed;
  private volatile long passed;

  Gate(Iterator<T> events) {
    this.events = events;
  }

  /** Lets that many more through. */
  void open(int more) {
    allowed.release(more);
  }

  /** How many have passed. */
  long passed() {
    return passed;
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
    passed++;
    return events.next();
  }

  /** Ends the feed early: nothing is held any more, at most one event still comes. */
  @Override
  public void close() {
    closed = true;
    allowed.release();
  }
}
