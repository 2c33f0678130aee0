package dev.rampart.schemas.registry;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the schema topic from where it stopped to its end. Safe for use by many threads, one of
 * which reads.
 */
final class SchemaTopicReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaTopicReader.class);

  private final KafkaConsumer<String, String> consumer;
  private final TopicPartition partition;
  private final Duration timeout;
  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();

  SchemaTopicReader(Map<String, Object> client, String topic, Duration timeout) {
    this.consumer =
        new KafkaConsumer<>(properties(client), new StringDeserializer(), new StringDeserializer());
    this.partition = new TopicPartition(topic, 0);
    this.timeout = timeout;
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  /** Whether the schema with {@code id} was met in the topic. */
  boolean hasSeen(int id) {
    return seen.contains(id);
  }

  /**
   * Adds every schema that came since the last call.
   *
   * @throws TimeoutException where the end is not reached in time
   */
  synchronized void readToEnd(SchemaTable schemas) {
    long end = consumer.endOffsets(List.of(partition), timeout).getOrDefault(partition, 0L);
    long deadline = System.nanoTime() + timeout.toNanos();
    while (consumer.position(partition, timeout) < end) {
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("its end, offset " + end + ", was not reached in " + timeout);
      }
      consumer.poll(Duration.ofMillis(100)).forEach(record -> accept(record, schemas));
    }
  }

  private void accept(ConsumerRecord<String, String> record, SchemaTable schemas) {
    try {
      SchemaText text = SchemaText.of(new Schema.Parser().parse(record.value()));
      if (Integer.toString(text.id()).equals(record.key())) {
        seen.add(schemas.add(text));
        return;
      }
      LOG.warn(
          "{} offset {}: the schema does not have the id of its key", partition, record.offset());
    } catch (AvroRuntimeException | NullPointerException unreadable) {
      LOG.warn("{} offset {}: the value is no Avro schema", partition, record.offset());
    }
  }

  private static Map<String, Object> properties(Map<String, Object> client) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return properties;
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
