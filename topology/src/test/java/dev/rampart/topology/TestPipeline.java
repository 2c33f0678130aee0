package dev.rampart.topology;

import dev.rampart.actions.lifecycle.PolicyBook;
import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.classifiers.Scorer;
import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.ReviewItem;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole topology on Kafka's test driver, with the shipped catalogue and one test policy. */
final class TestPipeline implements AutoCloseable {
  /** Event time of the first event of a test. */
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  static final String POLICY =
      """
      policy: length
      version: 3
      description: Acts on the length of a text, as the test's scorer gives it.
      state: live
      thresholds:
        long: {value: 20, min: 1, max: 1000, unit: characters, means: "too long"}
        very_long: {value: 40, min: 1, max: 1000, unit: characters, means: "far too long"}
      rules:
        - id: too-long
          when: scores.length.characters >= threshold.long
          actions:
            - {kind: remove, subject: message, notice: length.removed}
          strikes: 1
        - id: far-too-long
          when: scores.length.characters >= threshold.very_long
          actions:
            - {kind: time_out, subject: user, duration: PT1H}
            - {kind: review, subject: user, queue: length}
      """;

  static final String SHADOW_POLICY =
      """
      policy: shadowed
      version: 1
      description: Would mute everybody.
      state: shadow
      rules:
        - id: everybody
          when: event.content_length > 0
          actions:
            - {kind: mute, subject: user, duration: PT1H}
      """;

  final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  final Topology topology;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SchemaRegistry registry = new InMemorySchemaRegistry();
  private final TopologyTestDriver driver;

  TestPipeline(Path folder, Scorer scorer) throws Exception {
    this(folder, scorer, "");
  }

  /**
   * @param policy one more policy, empty for none
   */
  TestPipeline(Path folder, Scorer scorer, String policy) throws Exception {
    Path policies = Files.createDirectories(folder.resolve("policies"));
    Files.writeString(policies.resolve("length.yml"), POLICY);
    Files.writeString(policies.resolve("shadowed.yml"), SHADOW_POLICY);
    if (!policy.isEmpty()) {
      Files.writeString(policies.resolve("more.yml"), policy);
    }
    FeatureCatalogue catalogue =
        FeatureCatalogue.load(
            Path.of(System.getProperty("rampart.root"), "topology/catalogue/features.yml"));
    PolicyVocabulary vocabulary = Parts.vocabulary(catalogue, scorer);
    PolicyBook book = new PolicyBook(CompiledPolicy.load(policies, vocabulary), vocabulary);
    PipelineSettings settings = PipelineSettings.defaults("unused:9092", folder.resolve("state"));
    topology =
        new RampartTopology(settings, new Parts(registry, catalogue, scorer, book, meters)).build();
    Properties properties = StreamsProperties.of(settings);
    properties.remove(StreamsConfig.GROUP_PROTOCOL_CONFIG); // the test driver has no group
    driver = new TopologyTestDriver(topology, properties, NOON);
  }

  static MessageEvent.Builder message(String id, String author, String content) {
    return MessageEvent.newBuilder()
        .setMessageId(id)
        .setAuthorId(author)
        .setChannelId("general")
        .setGuildId("guild")
        .setContent(content)
        .setSentAt(NOON);
  }

  void send(MessageEvent message) {
    send(topics.messages(), message.getAuthorId(), message);
  }

  void send(UserEvent event) {
    send(topics.users(), event.getUserId(), event);
  }

  void send(Feedback feedback) {
    send(topics.feedback(), feedback.getSubjectId(), feedback);
  }

  <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), serde(topic).serializer())
        .pipeInput(key, value, NOON);
  }

  /** Sends a message that Kafka took at another time. */
  void sendAt(Instant time, MessageEvent message) {
    Topic<MessageEvent> topic = topics.messages();
    driver
        .createInputTopic(topic.name(), new StringSerializer(), serde(topic).serializer())
        .pipeInput(message.getAuthorId(), message, time);
  }

  /** Sends a message that has headers. */
  void sendWith(Headers headers, MessageEvent message) {
    Topic<MessageEvent> topic = topics.messages();
    driver
        .createInputTopic(topic.name(), new StringSerializer(), serde(topic).serializer())
        .pipeInput(new TestRecord<>(message.getAuthorId(), message, headers, NOON));
  }

  /** Lets wall-clock time pass. */
  void advance(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** What a store holds, by key. */
  Map<String, byte[]> stored(String store) {
    Map<String, byte[]> stored = new TreeMap<>();
    KeyValueStore<String, byte[]> records = driver.getKeyValueStore(store);
    try (KeyValueIterator<String, byte[]> all = records.all()) {
      all.forEachRemaining(record -> stored.put(record.key, record.value));
    }
    return stored;
  }

  /** What a restart would restore a store to. */
  Map<String, byte[]> changelog(String store) {
    Map<String, byte[]> restored = new TreeMap<>();
    readChangelog(store, restored);
    return restored;
  }

  /** Brings what a restart would restore up to date with what was written since it was read. */
  void readChangelog(String store, Map<String, byte[]> restored) {
    String topic = PipelineSettings.DEFAULT_APPLICATION_ID + "-" + store + "-changelog";
    driver
        .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList()
        .forEach(
            change -> {
              if (change.value() == null) {
                restored.remove(change.key());
              } else {
                restored.put(change.key(), change.value());
              }
            });
  }

  /** Fills a store before the first event. */
  void restore(String store, Map<String, byte[]> records) {
    KeyValueStore<String, byte[]> restored = driver.getKeyValueStore(store);
    records.forEach(restored::put);
  }

  List<AuditEvent> audit() {
    return valuesOf(topics.audit());
  }

  @SuppressWarnings("NullAway") // a tombstone is what some tests send
  void sendBytes(String topic, String key, byte @Nullable [] value) {
    driver
        .createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value, NOON);
  }

  List<Decision> decisions() {
    return valuesOf(topics.decisions());
  }

  List<TestRecord<String, EnforcementAction>> messageActions() {
    return recordsOf(topics.messageActions());
  }

  List<TestRecord<String, EnforcementAction>> userActions() {
    return recordsOf(topics.userActions());
  }

  List<TestRecord<String, ReviewItem>> reviews() {
    return recordsOf(topics.review());
  }

  List<ProducerRecord<byte[], byte[]>> deadLetters() {
    List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
    driver
        .createOutputTopic(
            topics.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList()
        .forEach(
            letter ->
                letters.add(
                    new ProducerRecord<>(
                        topics.deadLetters(),
                        null,
                        letter.timestamp(),
                        letter.key(),
                        letter.value(),
                        letter.headers())));
    return letters;
  }

  private <V extends SpecificRecord> List<V> valuesOf(Topic<V> topic) {
    return recordsOf(topic).stream().map(TestRecord::value).toList();
  }

  private <V extends SpecificRecord> List<TestRecord<String, V>> recordsOf(Topic<V> topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), serde(topic).deserializer())
        .readRecordsToList();
  }

  private <V extends SpecificRecord> AvroSerde<V> serde(Topic<V> topic) {
    return AvroSerde.of(topic.value(), registry, topic.schemaSubject());
  }

  @Override
  public void close() {
    driver.close();
  }
}
