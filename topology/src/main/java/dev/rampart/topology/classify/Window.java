package dev.rampart.topology.classify;

/**
 * How many records of a task may wait for scores: as many as the models answer in about half a
 * second, so that with slow models no record waits until its request is given up, and no commit
 * until its transaction is. It is halved when the oldest record has waited longer, and doubled when
 * it is full and the oldest has waited much less. Confined to one stream thread.
 */
final class Window {
  private static final long LONG_NANOS = 500_000_000;
  private static final long SHORT_NANOS = LONG_NANOS / 4;
  private static final int FIRST = 32;
  private static final int LEAST = 4;

  private final int most;
  private int size;
  private long changedAt = Long.MIN_VALUE;

  /**
   * @param most records, 1 or more
   */
  Window(int most) {
    this.most = most;
    this.size = Math.min(most, FIRST);
  }

  /** How many records may wait now. */
  int size() {
    return size;
  }

  /**
   * Learns from the oldest record of a full window. Records that came before the last change say
   * nothing about the window as it is.
   *
   * @param since when it came, by {@link System#nanoTime()}
   * @param now when its scores were there, by the same clock
   */
  void finished(long since, long now) {
    if (changedAt != Long.MIN_VALUE && since - changedAt < 0) {
      return;
    }
    long waited = now - since;
    if (waited > LONG_NANOS) {
      change(Math.max(Math.min(most, LEAST), size / 2), now);
    } else if (waited < SHORT_NANOS) {
      change(Math.min(most, 2 * size), now);
    }
  }

  private void change(int other, long now) {
    if (other != size) {
      size = other;
      changedAt = now;
    }
  }
}
