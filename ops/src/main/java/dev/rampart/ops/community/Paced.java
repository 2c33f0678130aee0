package dev.rampart.ops.community;

import java.util.Iterator;
import java.util.concurrent.locks.LockSupport;

/** Hands events on no faster than a rate. Confined to one thread. */
public final class Paced<T> implements Iterator<T> {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int BURST = 100;

  private final Iterator<T> events;
  private final int perSecond;
  private long start;
  private long handed;

  /**
   * @param perSecond events a second; 0 for no limit
   */
  public Paced(Iterator<T> events, int perSecond) {
    this.events = events;
    this.perSecond = perSecond;
  }

  @Override
  public boolean hasNext() {
    return events.hasNext();
  }

  @Override
  public T next() {
    if (perSecond > 0) {
      pause();
    }
    handed++;
    return events.next();
  }

  private void pause() {
    if (handed == 0) {
      start = System.nanoTime();
    }
    if (handed % BURST == 0) {
      long due = start + handed * NANOS_PER_SECOND / perSecond;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }
}
