package dev.rampart.classifiers.engine;

/**
 * Keeps a model that fails from being asked for a while: it opens after three batches in a row of
 * which every item failed, or at once on a run that hung, and lets one batch through when half a
 * minute has passed. For any thread; two batches may slip through at once, which harms nothing.
 */
public final class Circuit {
  private static final int FAILURES = 3;
  private static final long REST_NANOS = 30_000_000_000L;

  private volatile int failures;
  private volatile long openedAt;
  private volatile boolean open;

  /** Whether the model may be asked now, by {@link System#nanoTime()}. */
  boolean allows(long now) {
    if (!open) {
      return true;
    }
    if (now - openedAt < REST_NANOS) {
      return false;
    }
    openedAt = now;
    return true;
  }

  void succeeded() {
    failures = 0;
    open = false;
  }

  synchronized void failed(long now) {
    failures++;
    if (failures >= FAILURES) {
      trip(now);
    }
  }

  synchronized void trip(long now) {
    openedAt = now;
    open = true;
  }
}
