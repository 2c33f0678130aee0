package dev.rampart.ops.chaos.proof;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a state store holds according to one partition of its changelog. */
final class StoreContents {
  private final Map<String, byte[]> values = new HashMap<>();

  /** Reads what is committed. */
  static StoreContents read(Map<String, Object> client, TopicPartition changelog) {
    StoreContents contents = new StoreContents();
    try (TopicScan scan = new TopicScan(client, changelog)) {
      scan.forEachRemaining(contents::take);
    }
    return contents;
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      values.remove(record.key());
    } else {
      values.put(record.key(), record.value());
    }
  }

  /** Number of keys. */
  long size() {
    return values.size();
  }

  /** Number of keys whose value is another, or that only one of the two has. */
  long differences(Map<String, byte[]> expected) {
    Set<String> all = new HashSet<>(values.keySet());
    all.addAll(expected.keySet());
    return all.stream().filter(key -> !Arrays.equals(values.get(key), expected.get(key))).count();
  }
}
