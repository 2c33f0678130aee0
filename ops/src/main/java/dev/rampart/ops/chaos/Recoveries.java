package dev.rampart.ops.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures fail-over: from a strike until, on every partition, an event that was written after the
 * strike is decided and readable. Safe for use by several threads.
 */
final class Recoveries {
  private final List<Recovery> open = new ArrayList<>();
  private final Map<Strike, List<Duration>> times = new EnumMap<>(Strike.class);

  /**
   * Starts the clock of a strike.
   *
   * @param strike what is done
   * @param ends offsets after the last record of each partition that has to move again
   */
  synchronized Recovery begin(Strike strike, Map<TopicPartition, Long> ends) {
    Recovery recovery = new Recovery(strike, ends);
    open.add(recovery);
    return recovery;
  }

  /** Notes that the record at this place is decided. */
  synchronized void decided(TopicPartition partition, long offset) {
    for (Recovery recovery : open) {
      recovery.note(partition, offset);
    }
    open.stream().filter(Recovery::isOver).forEach(this::close);
    open.removeIf(Recovery::isOver);
  }

  /** Times of the recoveries that are over, by what was done. */
  synchronized Map<Strike, List<Duration>> times() {
    Map<Strike, List<Duration>> copy = new EnumMap<>(Strike.class);
    times.forEach((strike, all) -> copy.put(strike, List.copyOf(all)));
    return copy;
  }

  private void close(Recovery recovery) {
    times.computeIfAbsent(recovery.strike, kind -> new ArrayList<>()).add(recovery.elapsed());
  }

  /** One strike. */
  static final class Recovery {
    private final Strike strike;
    private final long start = System.nanoTime();
    private final Map<TopicPartition, Long> waiting;
    private final CountDownLatch over = new CountDownLatch(1);

    private Recovery(Strike strike, Map<TopicPartition, Long> ends) {
      this.strike = strike;
      this.waiting = new HashMap<>(ends);
    }

    /** Waits until it is over; false when the limit passed first. */
    boolean await(Duration limit) throws InterruptedException {
      return over.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void note(TopicPartition partition, long offset) {
      Long end = waiting.get(partition);
      if (end != null && offset >= end) {
        waiting.remove(partition);
      }
      if (waiting.isEmpty()) {
        over.countDown();
      }
    }

    private boolean isOver() {
      return waiting.isEmpty();
    }

    private Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - start);
    }
  }
}
