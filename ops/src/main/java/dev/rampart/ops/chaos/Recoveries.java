package dev.rampart.ops.chaos;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;

/**
 * The clocks that run. A clock is told of decisions until it is over and its fault is through. Safe
 * for use by several threads.
 */
final class Recoveries {
  private final List<Recovery> running = new CopyOnWriteArrayList<>();
  private final List<Recovery> through = new CopyOnWriteArrayList<>();

  /**
   * Starts a clock.
   *
   * @param ends offsets after the last record of each partition that has to move again
   */
  Recovery begin(Map<TopicPartition, Long> ends) {
    Recovery recovery = new Recovery(ends);
    running.add(recovery);
    return recovery;
  }

  /** The fault is through: its clock stops as soon as every partition has moved. */
  void through(Recovery recovery) {
    through.add(recovery);
  }

  /** Notes that the record at this place is decided, so long after it was written. */
  void decided(TopicPartition partition, long offset, long waitedMillis) {
    for (Recovery recovery : running) {
      recovery.note(partition, offset, waitedMillis);
    }
    running.removeIf(recovery -> recovery.elapsed().isPresent() && through.remove(recovery));
  }
}
