package dev.rampart.ops.chaos.network;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What all bytes of a link have to pass. Safe for use by many threads. */
final class Valve {
  private boolean closed;
  private Duration delay = Duration.ZERO;

  /** Holds everything from now on. */
  synchronized void close() {
    closed = true;
  }

  /** Lets everything pass at once again. */
  synchronized void open() {
    closed = false;
    delay = Duration.ZERO;
    notifyAll();
  }

  /** Lets everything pass, each piece so much later. */
  synchronized void slow(Duration by) {
    delay = by;
  }

  /** Waits until a piece may pass. */
  void pass() throws InterruptedException {
    Duration late = awaitOpen();
    if (!late.isZero()) {
      TimeUnit.NANOSECONDS.sleep(late.toNanos());
    }
  }

  private synchronized Duration awaitOpen() throws InterruptedException {
    while (closed) {
      wait();
    }
    return delay;
  }
}
