package dev.rampart.classifiers.engine;

import java.time.Duration;

/**
 * Keeps a model that fails from being asked for a while: it opens after three batches in a row of
 * which every item failed, or at once on a run that hung, and lets one batch through when it has
 * rested. For any thread; two batches may slip through at once, which harms nothing.
 */
final class Circuit {
  private static final int FAILURES = 3;

  private final long restNanos;
  private volatile int failures;
  private volatile long openedAt;
  private volatile boolean open;

  Circuit(Duration rest) {
    this.restNanos = rest.toNanos();
  }

  /** Whether the model is not asked now. */
  boolean isOpen() {
    return open;
  }

  /** Whether the model may be asked now, by {@link System#nanoTime()}. */
  boolean allows(long now) {
    if (!open) {
      return true;
    }
    if (now - openedAt < restNanos) {
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
