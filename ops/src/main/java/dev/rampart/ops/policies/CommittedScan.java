package dev.rampart.ops.policies;

import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads what is committed on a topic from a moment on, up to what is committed now. Used once.
 *
 * @param <V> contract of the values
 */
final class CommittedScan<V extends SpecificRecord> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<V> deserializer;
  private final List<TopicPartition> partitions;

  CommittedScan(Map<String, Object> client, Topic<V> topic, SchemaRegistry registry) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    deserializer = AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
    partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
  }

  /**
   * @param from time of records, not of events
   */
  void read(Instant from, Consumer<V> reader) {
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> times =
        partitions.stream().collect(Collectors.toMap(part -> part, part -> from.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach((partition, start) -> consumer.seek(partition, offset(start, ends, partition)));
    while (ends.entrySet().stream().anyMatch(end -> isBefore(end.getKey(), end.getValue()))) {
      consumer
          .poll(POLL)
          .forEach(
              record -> reader.accept(deserializer.deserialize(record.topic(), record.value())));
    }
  }

  private static long offset(
      OffsetAndTimestamp start, Map<TopicPartition, Long> ends, TopicPartition partition) {
    return start == null ? ends.getOrDefault(partition, 0L) : start.offset();
  }

  private boolean isBefore(TopicPartition partition, long end) {
    return consumer.position(partition) < end;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
