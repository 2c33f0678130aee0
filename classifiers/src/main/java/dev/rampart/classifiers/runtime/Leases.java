package dev.rampart.classifiers.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the users of something that is freed when the last of them, its owner included, has let
 * go. For any thread.
 */
public final class Leases {
  private final AtomicInteger count = new AtomicInteger(1);
  private final Runnable free;

  /**
   * Counts the owner as the first user.
   *
   * @param free called once, by whoever lets go last
   */
  public Leases(Runnable free) {
    this.free = free;
  }

  /** Takes a lease; false when all have let go already, and what was leased is gone. */
  public boolean take() {
    int now = count.get();
    while (now > 0) {
      if (count.compareAndSet(now, now + 1)) {
        return true;
      }
      now = count.get();
    }
    return false;
  }

  /** Lets go of so many leases. */
  public void release(int leases) {
    if (count.addAndGet(-leases) == 0) {
      free.run();
    }
  }

  /** Whether all have let go. */
  public boolean isOver() {
    return count.get() <= 0;
  }
}
