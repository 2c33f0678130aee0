package dev.rampart.ops.inspect;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The last samples of every partition. Safe for use by many threads. */
final class LagHistory {
  /** Samples that are judged together. */
  static final int WINDOW = 12;

  private final Map<TopicPartition, Deque<LagSample>> samples = new HashMap<>();

  /** Takes what is known of all partitions at one moment; one that is not named is forgotten. */
  synchronized void add(Map<TopicPartition, LagSample> moment) {
    samples.keySet().retainAll(moment.keySet());
    moment.forEach(
        (partition, sample) -> {
          Deque<LagSample> known =
              samples.computeIfAbsent(partition, none -> new ArrayDeque<>(WINDOW));
          if (known.size() == WINDOW) {
            known.removeFirst();
          }
          known.addLast(sample);
        });
  }

  /** Every partition, by topic and number. */
  synchronized List<PartitionLag> lags() {
    return samples.entrySet().stream()
        .map(each -> lag(each.getKey(), List.copyOf(each.getValue())))
        .sorted(Comparator.comparing(PartitionLag::topic).thenComparing(PartitionLag::partition))
        .toList();
  }

  private static PartitionLag lag(TopicPartition partition, List<LagSample> known) {
    LagSample last = known.get(known.size() - 1);
    return new PartitionLag(
        partition.topic(),
        partition.partition(),
        last.committed(),
        last.end(),
        last.lag(),
        LagBehaviour.of(known));
  }
}
