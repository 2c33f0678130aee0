package dev.rampart.ops.bench;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends a trickle of messages to every partition and reads from their committed decisions which
 * version of a policy they were decided with. Confined to one thread.
 */
final class VersionWatch implements AutoCloseable {
  /** The policy that is watched. */
  static final String POLICY = "publish-bench";

  private static final Duration POLL = Duration.ofMillis(5);
  private static final long LIMIT_MILLIS = 30_000;

  private final Topics topics;
  private final int partitions;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final AvroSerde<MessageEvent> messages;
  private final AvroSerde<Decision> decisions;
  private long sent;

  VersionWatch(Map<String, Object> client, Topics topics, SchemaRegistry registry, int partitions) {
    this.topics = topics;
    this.partitions = partitions;
    this.messages = AvroSerde.of(MessageEvent.class, registry, topics.messages().schemaSubject());
    this.decisions = AvroSerde.of(Decision.class, registry, topics.decisions().schemaSubject());
    this.producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("fetch.max.wait.ms", 5);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all =
        consumer.partitionsFor(topics.decisions().name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
  }

  /** Returns when a decision of each input partition names this version. */
  void awaitEverywhere(int version) {
    Set<Integer> seen = new HashSet<>();
    long limit = System.currentTimeMillis() + LIMIT_MILLIS;
    while (seen.size() < partitions) {
      if (System.currentTimeMillis() > limit) {
        throw CommandFailure.failed(
            "version %d is known to partitions %s only".formatted(version, seen));
      }
      send();
      consumer
          .poll(POLL)
          .forEach(
              record -> {
                Decision decision =
                    decisions.deserializer().deserialize(record.topic(), record.value());
                if (decision.getPolicyVersions().getOrDefault(POLICY, 0) == version) {
                  seen.add(decision.getSource().getPartition());
                }
              });
    }
  }

  private void send() {
    for (int partition = 0; partition < partitions; partition++) {
      String account = "watcher-" + partition;
      MessageEvent message =
          MessageEvent.newBuilder()
              .setMessageId("watch-" + sent++)
              .setAuthorId(account)
              .setChannelId("bench")
              .setContent("")
              .setSentAt(Instant.now())
              .build();
      byte[] value = messages.serializer().serialize(topics.messages().name(), message);
      var unused =
          producer.send(
              new ProducerRecord<>(
                  topics.messages().name(),
                  partition,
                  account.getBytes(StandardCharsets.UTF_8),
                  value));
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
