package dev.rampart.ops.policies;

import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.schemas.serde.WireFormatException;
import dev.rampart.topology.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a compacted topic of one partition as a table, from its beginning on. Confined to one
 * thread.
 *
 * @param <V> contract of the values
 */
public final class TableReader<V extends SpecificRecord> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TableReader.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaConsumer<String, byte[]> written;
  private final TopicPartition partition;
  private final Deserializer<V> deserializer;
  private final Map<String, V> rows = new TreeMap<>();

  /**
   * Connects.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public TableReader(Map<String, Object> client, Topic<V> topic, SchemaRegistry registry) {
    consumer = consumer(client, "read_committed");
    written = consumer(client, "read_uncommitted");
    partition = new TopicPartition(topic.name(), 0);
    deserializer = AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  private static KafkaConsumer<String, byte[]> consumer(
      Map<String, Object> client, String isolation) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", isolation);
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * All that was written by now, by key. A transaction that is still open is waited for: what was
   * committed a moment ago may lie behind it. One that stays open is waited for no longer than 5 s.
   */
  public Map<String, V> rows() {
    long end = end(written);
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (consumer.position(partition) < end && System.nanoTime() < deadline) {
      consumer.poll(POLL).forEach(this::take);
    }
    long committed = Math.min(end, end(consumer));
    while (consumer.position(partition) < committed) {
      consumer.poll(POLL).forEach(this::take);
    }
    return Map.copyOf(rows);
  }

  private long end(KafkaConsumer<String, byte[]> of) {
    return of.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  /** A value that cannot be read leaves the row as it was: the instances do the same. */
  private void take(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      rows.remove(record.key());
      return;
    }
    try {
      rows.put(record.key(), deserializer.deserialize(record.topic(), record.value()));
    } catch (WireFormatException unreadable) {
      LOG.warn("The record {} of {} is passed over", record.key(), record.topic(), unreadable);
    }
  }

  @Override
  public void close() {
    consumer.close();
    written.close();
  }
}
