package dev.rampart.ops.policies;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topics {@code policies}, {@code control} and {@code audit} of one installation. What is
 * written is acknowledged by all replicas before a call returns, the audit first. Confined to one
 * thread.
 */
public final class PolicyTopics implements AutoCloseable {
  private final Topics topics;
  private final SchemaRegistry registry;
  private final TableReader<PolicyVersion> versions;
  private final TableReader<ControlRecord> control;
  private final AuditTail tail;
  private final KafkaProducer<String, byte[]> producer;

  /**
   * Connects.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public PolicyTopics(Map<String, Object> client, Topics topics, SchemaRegistry registry) {
    this.topics = topics;
    this.registry = registry;
    this.versions = new TableReader<>(client, topics.policies(), registry);
    this.control = new TableReader<>(client, topics.control(), registry);
    this.tail = new AuditTail(client, topics.audit().name());
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Newest record of every version, by its key. */
  public Map<String, PolicyVersion> versions() {
    return versions.rows();
  }

  /** What every instance has to know, by its key. */
  public Map<String, ControlRecord> control() {
    return control.rows();
  }

  /** Reader of the decisions of the same installation. */
  Reversals reversals(Map<String, Object> client) {
    return new Reversals(client, topics, registry);
  }

  void write(Signature by, Deed deed, Instant now, String key, PolicyVersion record) {
    audit(by, deed, now);
    send(topics.policies(), key, record);
  }

  /** Writes a fact, or takes it back where {@code record} is null. */
  void write(Signature by, Deed deed, Instant now, String key, @Nullable ControlRecord record) {
    audit(by, deed, now);
    send(topics.control(), key, record);
  }

  /** Writes an entry of the audit. */
  void audit(Signature by, Deed deed, Instant now) {
    AuditEvent entry =
        AuditEvent.newBuilder()
            .setAuditId(UUID.randomUUID())
            .setActor(by.who())
            .setRole(by.role())
            .setOperation(deed.operation())
            .setEntity(deed.entity())
            .setReason(by.reason())
            .setDetails(deed.details())
            .setOccurredAt(now)
            .setPreviousHash(tail.hash())
            .build();
    send(topics.audit(), deed.entity(), entry);
  }

  @SuppressWarnings("NullAway") // a record without a value takes the row out of the table
  <V extends SpecificRecord> void send(Topic<V> topic, String key, @Nullable V value) {
    byte[] bytes =
        value == null
            ? null
            : AvroSerde.of(topic.value(), registry, topic.schemaSubject())
                .serializer()
                .serialize(topic.name(), value);
    try {
      var unused = producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
    } catch (ExecutionException refused) {
      throw CommandFailure.failed("Kafka did not take a record of " + topic.name(), refused);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted while writing to " + topic.name(), interrupted);
    }
  }

  @Override
  public void close() {
    producer.close();
    tail.close();
    control.close();
    versions.close();
  }
}
