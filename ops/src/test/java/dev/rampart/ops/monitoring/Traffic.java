package dev.rampart.ops.monitoring;

import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a platform writes and reads: messages, one record that is broken, verdicts on actions. */
final class Traffic implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Topics topics;
  private final Map<String, Object> client;
  private final SchemaRegistry registry;
  private final KafkaProducer<String, byte[]> producer;

  Traffic(String bootstrap, Topics topics) {
    this.topics = topics;
    this.client = Map.of("bootstrap.servers", bootstrap);
    this.registry = KafkaSchemaRegistry.open(client, topics.schemas(), (short) 1, LIMIT);
    this.producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
  }

  /** Sends a message of each of so many accounts. */
  void messages(int accounts, String text) {
    for (int i = 0; i < accounts; i++) {
      MessageEvent message =
          MessageEvent.newBuilder()
              .setMessageId("m-" + i)
              .setAuthorId("user-" + i)
              .setChannelId("general")
              .setGuildId("guild")
              .setContent(text)
              .setSentAt(Instant.now())
              .build();
      send(topics.messages(), message.getAuthorId(), message);
    }
    producer.flush();
  }

  /** Sends a record that nobody can read. */
  void garbage() {
    var unused =
        producer.send(new ProducerRecord<>(topics.messages().name(), "user-0", new byte[] {1, 2}));
    producer.flush();
  }

  /** Takes back the first action and says that the others were right; waits for one at least. */
  void verdicts() throws InterruptedException {
    List<EnforcementAction> actions = actions();
    for (int i = 0; i < actions.size(); i++) {
      EnforcementAction action = actions.get(i);
      Feedback feedback =
          Feedback.newBuilder()
              .setFeedbackId("f-" + i)
              .setActionId(action.getActionId())
              .setSubjectId(action.getAccountId())
              .setOutcome(i == 0 ? FeedbackOutcome.OVERTURNED : FeedbackOutcome.UPHELD)
              .setReviewer("reviewer")
              .setDecidedAt(Instant.now())
              .build();
      send(topics.feedback(), action.getAccountId(), feedback);
    }
    producer.flush();
  }

  private List<EnforcementAction> actions() throws InterruptedException {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    List<EnforcementAction> found = new ArrayList<>();
    AvroSerde<EnforcementAction> serde = serde(topics.userActions());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topics.userActions().name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long limit = System.nanoTime() + LIMIT.toNanos();
      while (found.size() < 2 && System.nanoTime() < limit) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record ->
                    found.add(serde.deserializer().deserialize(record.topic(), record.value())));
      }
    }
    if (found.size() < 2) {
      throw new AssertionError("no actions within " + LIMIT.toSeconds() + " s");
    }
    return found;
  }

  private <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
    byte[] bytes = serde(topic).serializer().serialize(topic.name(), value);
    var unused = producer.send(new ProducerRecord<>(topic.name(), key, bytes));
  }

  private <V extends SpecificRecord> AvroSerde<V> serde(Topic<V> topic) {
    return AvroSerde.of(topic.value(), registry, topic.schemaSubject());
  }

  @Override
  public void close() {
    producer.close();
    registry.close();
  }
}
