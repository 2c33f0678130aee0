package dev.rampart.ops.door;

import dev.rampart.ops.http.ProblemException;
import dev.rampart.schemas.json.EventLine;
import dev.rampart.schemas.json.EventLineException;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.ingest.Admission;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events to the topics that the platform writes to. Safe for use by many threads. */
final class EventWriter implements AutoCloseable {
  private static final int BLOCKED_MILLIS = 5_000;
  private static final int DELIVERY_MILLIS = 10_000;

  private final Topics topics;
  private final SchemaRegistry registry;
  private final Admission admission;
  private final Clock clock;
  private final KafkaProducer<byte[], byte[]> producer;

  EventWriter(
      Map<String, Object> client,
      Topics topics,
      SchemaRegistry registry,
      Admission admission,
      Clock clock) {
    this.topics = topics;
    this.registry = registry;
    this.admission = admission;
    this.clock = clock;
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("linger.ms", 0);
    settings.put("max.block.ms", BLOCKED_MILLIS);
    settings.put("request.timeout.ms", BLOCKED_MILLIS);
    settings.put("delivery.timeout.ms", DELIVERY_MILLIS);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * The event of a line.
   *
   * @throws ProblemException 422 with everything that is wrong with it
   */
  EventLine read(String line) {
    try {
      EventLine event = EventLine.parse(line);
      if (event instanceof EventLine.Verdict) {
        throw ProblemException.wrongInput(
            "type: found feedback; allowed: message, user. Feedback has a topic of its own");
      }
      return event;
    } catch (EventLineException wrong) {
      throw ProblemException.wrongInput(
          wrong.problems().stream().map(EventLineException.Problem::toString).toList());
    }
  }

  /**
   * The record of an event that the pipeline will let in.
   *
   * @throws ProblemException 422 where it would become a dead letter
   */
  ProducerRecord<byte[], byte[]> record(EventLine event) {
    ProducerRecord<byte[], byte[]> record =
        event instanceof EventLine.Message message
            ? record(topics.messages(), event.key(), message.event())
            : record(topics.users(), event.key(), event.event());
    Origin origin = new Origin(record.topic(), 0, 0, clock.millis(), record.key(), record.value());
    admission
        .refusal(origin)
        .ifPresent(
            refusal -> {
              throw ProblemException.wrongInput(
                  refusal.cause().spelling() + ": " + refusal.detail());
            });
    return record;
  }

  private <V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(
      Topic<V> topic, String key, SpecificRecord event) {
    byte[] value =
        AvroSerde.of(topic.value(), registry, topic.schemaSubject())
            .serializer()
            .serialize(topic.name(), topic.value().cast(event));
    return new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value);
  }

  /** Writes a record; done when all replicas have it, failed where Kafka does not take it. */
  CompletableFuture<RecordMetadata> write(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<RecordMetadata> written = new CompletableFuture<>();
    try {
      var unused =
          producer.send(
              record,
              (place, failure) -> {
                if (failure == null) {
                  written.complete(place);
                } else {
                  written.completeExceptionally(failure);
                }
              });
    } catch (KafkaException refused) {
      written.completeExceptionally(refused);
    }
    return written;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
