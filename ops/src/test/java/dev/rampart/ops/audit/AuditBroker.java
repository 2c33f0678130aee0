package dev.rampart.ops.audit;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker with the topics of an installation, and the hands of those who write to its audit. */
final class AuditBroker implements AutoCloseable {
  static final Topics TOPICS = new Topics("rampart.");

  /** An installation whose audit somebody wrote again, with changes. */
  static final Topics FORGED = new Topics("forged.");

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final EmbeddedBroker broker = EmbeddedBroker.start();
  final Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
  final SchemaRegistry registry;

  AuditBroker() {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(TOPICS.prefix()), 1, (short) 1);
      cluster.create(TopicPlan.all(FORGED.prefix()), 1, (short) 1);
    }
    registry = KafkaSchemaRegistry.open(client, TOPICS.schemas(), (short) 1, LIMIT);
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  AuditLog log() {
    return new AuditLog(client, TOPICS, registry);
  }

  AuditArchive archive(Topics topics) {
    return new AuditArchive(client, topics, registry);
  }

  Verification verify() {
    try (AuditArchive archive = archive(TOPICS)) {
      return archive.verify();
    }
  }

  /** A producer that writes as the pipeline does, in transactions of its own. */
  KafkaProducer<String, byte[]> pipeline() {
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "the-pipeline"),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  ProducerRecord<String, byte[]> erasure(String account) {
    AuditEvent event =
        AuditEvent.newBuilder()
            .setAuditId(UUID.randomUUID())
            .setActor(Signature.RAMPART)
            .setOperation(AuditEntry.ERASURE)
            .setEntity("user:" + account)
            .setOccurredAt(Instant.EPOCH)
            .build();
    return new ProducerRecord<>(TOPICS.audit().name(), event.getEntity(), bytes(event));
  }

  private byte[] bytes(AuditEvent event) {
    return AvroSerde.of(AuditEvent.class, registry, TOPICS.audit().schemaSubject())
        .serializer()
        .serialize(TOPICS.audit().name(), event);
  }

  /** Bytes of all entries, in order. */
  List<byte[]> entries() {
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPICS.audit().name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(20)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  /** Writes an audit as somebody would who has the disk of a broker. */
  void forge(List<byte[]> entries) throws Exception {
    try (SchemaRegistry schemas =
        KafkaSchemaRegistry.open(client, FORGED.schemas(), (short) 1, LIMIT)) {
      var unused = schemas.register(FORGED.audit().schemaSubject(), AuditEvent.getClassSchema());
    }
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
      for (byte[] entry : entries) {
        var unused = producer.send(new ProducerRecord<>(FORGED.audit().name(), "key", entry)).get();
      }
    }
  }

  @Override
  public void close() throws IOException {
    registry.close();
    broker.close();
  }
}
