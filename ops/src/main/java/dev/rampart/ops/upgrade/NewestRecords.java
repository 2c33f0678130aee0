package dev.rampart.ops.upgrade;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the newest records of topics. Confined to one thread. */
final class NewestRecords implements AutoCloseable {
  /** The newest places of a partition may be marks of transactions and deletions. */
  private static final int PLACES = 50;

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final KafkaConsumer<byte[], byte[]> consumer;

  NewestRecords(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "earliest");
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** First bytes of the newest records of each partition. */
  Set<Integer> firstBytes(String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
    partitions.forEach(
        each ->
            consumer.seek(
                each,
                Math.max(starts.getOrDefault(each, 0L), ends.getOrDefault(each, 0L) - PLACES)));
    return read(ends);
  }

  private Set<Integer> read(Map<TopicPartition, Long> ends) {
    Set<Integer> found = new HashSet<>();
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (isBefore(ends) && System.nanoTime() < limit) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        byte[] value = record.value();
        if (value != null && value.length > 0) {
          found.add(value[0] & 0xFF);
        }
      }
    }
    return found;
  }

  private boolean isBefore(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
