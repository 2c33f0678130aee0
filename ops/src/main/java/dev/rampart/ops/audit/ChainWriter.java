package dev.rampart.ops.audit;

import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The one who may write to the chain, until another takes over. Taking over fences the one before:
 * what it has not committed is lost to it, and what it has committed is read. Confined to one
 * thread at a time.
 */
final class ChainWriter implements AutoCloseable {
  private static final int TRANSACTION_LIMIT_MILLIS = 15_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Topic<AuditEvent> topic;
  private final Serializer<AuditEvent> serializer;
  private final KafkaProducer<String, byte[]> producer;
  private final AuditReader reader;
  private ChainHead committed;
  private ChainHead head;

  private ChainWriter(
      Map<String, Object> client, Topic<AuditEvent> topic, SchemaRegistry registry) {
    this.topic = topic;
    this.serializer = AvroSerde.of(topic.value(), registry, topic.schemaSubject()).serializer();
    this.producer = producer(client, topic.name() + "-writer");
    this.reader = new AuditReader(client, topic, registry);
    this.committed = new ChainHead("", 0);
    this.head = committed;
  }

  /** Takes over, and reads where the chain ends. */
  static ChainWriter takeOver(
      Map<String, Object> client, Topic<AuditEvent> topic, SchemaRegistry registry) {
    ChainWriter writer = new ChainWriter(client, topic, registry);
    try {
      writer.producer.initTransactions();
      writer.committed = ChainHead.find(writer.reader);
      return writer;
    } catch (RuntimeException failure) {
      writer.close();
      throw failure;
    }
  }

  private static KafkaProducer<String, byte[]> producer(
      Map<String, Object> client, String transactionalId) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("transactional.id", transactionalId);
    settings.put("transaction.timeout.ms", TRANSACTION_LIMIT_MILLIS);
    settings.put("acks", "all");
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  void begin() {
    head = committed;
    producer.beginTransaction();
  }

  /** Adds an entry at the end of the chain; the erasures since the last one are sealed by it. */
  void add(AuditEvent.Builder entry) {
    long from = Math.max(head.sealedUntil(), reader.begin());
    long until = Math.max(from, reader.committedEnd());
    List<AuditEntry> erasures =
        reader.read(from, until, LIMIT).stream().filter(AuditEntry::isErasure).toList();
    AuditEvent event =
        entry
            .setPreviousHash(head.hash())
            .setSealedUntil(until)
            .setSealedHash(Digest.ofAll(erasures))
            .build();
    byte[] bytes = serializer.serialize(topic.name(), event);
    send(topic.name(), event.getEntity(), bytes);
    head = new ChainHead(Digest.of(bytes), until);
  }

  /** Adds what the entries tell of; a value of null takes a key out of a table. */
  @SuppressWarnings("NullAway") // a record without a value is a tombstone
  void send(String name, String key, byte @Nullable [] value) {
    var unused = producer.send(new ProducerRecord<>(name, key, value));
  }

  void commit() {
    producer.commitTransaction();
    committed = head;
  }

  void abort() {
    producer.abortTransaction();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    reader.close();
  }
}
