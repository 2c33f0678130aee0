package dev.rampart.ops.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * What was committed before the feed began. It comes partition by partition, so it is held back
 * until all of it is there, and handed on in the order in which it was decided. Confined to one
 * thread.
 */
final class Backlog {
  private final Map<TopicPartition, Long> ends;
  private final List<Past> past = new ArrayList<>();
  private boolean over;

  /**
   * @param ends where the partitions ended when the feed began
   */
  Backlog(Map<TopicPartition, Long> ends) {
    this.ends = Map.copyOf(ends);
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Past(DecisionHead head, byte[] value) {}

  boolean isOver() {
    return over;
  }

  void add(DecisionHead head, byte[] value) {
    past.add(new Past(head, value));
  }

  /** Hands all over once the reader stands at the ends. */
  void endAt(ToLongFunction<TopicPartition> position, BiConsumer<DecisionHead, byte[]> sink) {
    over =
        ends.entrySet().stream()
            .allMatch(end -> position.applyAsLong(end.getKey()) >= end.getValue());
    if (over) {
      past.sort(Comparator.comparingLong(each -> each.head().decidedAt()));
      past.forEach(each -> sink.accept(each.head(), each.value()));
      past.clear();
    }
  }
}
