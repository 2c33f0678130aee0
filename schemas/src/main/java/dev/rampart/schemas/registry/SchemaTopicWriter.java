package dev.rampart.schemas.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes schemas to the schema topic: key is the id in decimal, value the schema as JSON, the
 * subject a header. Safe for use by many threads. Connects for each write, for a program writes a
 * handful of schemas in its life.
 */
final class SchemaTopicWriter {
  static final String SUBJECT = "subject";

  private final Map<String, Object> properties;
  private final String topic;
  private final Duration timeout;

  SchemaTopicWriter(Map<String, Object> client, String topic, Duration timeout) {
    this.properties = properties(client, timeout);
    this.topic = topic;
    this.timeout = timeout;
  }

  /** Returns when every in-sync replica has the record. */
  void write(int id, String subject, SchemaText text) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(topic, Integer.toString(id), text.published());
    record.headers().add(SUBJECT, subject.getBytes(StandardCharsets.UTF_8));
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    try {
      producer.send(record).get();
    } catch (ExecutionException failed) {
      throw new KafkaException("" + failed.getCause(), failed.getCause());
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    } finally {
      producer.close(timeout);
    }
  }

  private static Map<String, Object> properties(Map<String, Object> client, Duration timeout) {
    int millis = Math.toIntExact(timeout.toMillis());
    Map<String, Object> properties = new HashMap<>(client);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    properties.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    return properties;
  }
}
