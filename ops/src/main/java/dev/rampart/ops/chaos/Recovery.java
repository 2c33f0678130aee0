package dev.rampart.ops.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one fault: from the moment at which it struck until, on every partition, an event
 * that was written afterwards is decided and readable. Safe for use by several threads.
 */
final class Recovery {
  private final long start = System.nanoTime();
  private final Map<TopicPartition, Long> ends;
  private final Map<TopicPartition, Long> waiting;
  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable Duration elapsed;
  private long longestWait;

  /**
   * @param ends offsets after the last record of each partition that has to move again
   */
  Recovery(Map<TopicPartition, Long> ends) {
    this.ends = Map.copyOf(ends);
    this.waiting = new HashMap<>(ends);
  }

  /** Waits until it is over; false when the limit passed first. */
  boolean await(Duration limit) throws InterruptedException {
    return over.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How long it took; empty while it lasts. */
  synchronized Optional<Duration> elapsed() {
    return Optional.ofNullable(elapsed);
  }

  /** The longest that an event written after the fault waited until it was decided and readable. */
  synchronized Duration longestWait() {
    return Duration.ofMillis(longestWait);
  }

  /** Notes that the record at this place is decided, so long after it was written. */
  synchronized void note(TopicPartition partition, long offset, long waitedMillis) {
    Long end = ends.get(partition);
    if (end != null && offset >= end) {
      longestWait = Math.max(longestWait, waitedMillis);
      waiting.remove(partition);
      end();
    }
  }

  private void end() {
    if (waiting.isEmpty() && elapsed == null) {
      elapsed = Duration.ofNanos(System.nanoTime() - start);
      over.countDown();
    }
  }
}
