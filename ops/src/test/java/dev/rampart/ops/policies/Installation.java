package dev.rampart.ops.policies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.Main;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.cli.CommandLineRun;
import dev.rampart.ops.decisions.DecisionLogSettings;
import dev.rampart.ops.decisions.DecisionLogger;
import dev.rampart.ops.decisions.FeatureNames;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker, two instances of the pipeline and a guard, and the hands of those who use them. */
final class Installation implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final EmbeddedBroker broker = EmbeddedBroker.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
  private final List<AutoCloseable> parts = new ArrayList<>();
  private final SchemaRegistry registry;
  private final KafkaProducer<String, byte[]> producer;
  private int sent;

  Installation(Path folder) throws Exception {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(topics.prefix()), 2, (short) 1);
    }
    registry = KafkaSchemaRegistry.open(client, topics.schemas(), (short) 1, LIMIT);
    producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
    Path policies = Files.createDirectories(folder.resolve("policies"));
    Sources sources = Sources.shipped(Optional.of(policies));
    Files.writeString(policies.resolve("calm.yml"), Drafts.first());
    for (String name : List.of("one", "two")) {
      PipelineSettings settings =
          PipelineSettings.defaults(broker.bootstrap(), folder.resolve(name));
      Runnable seeds = () -> PolicySeeds.publish(client, topics, registry, policies, note -> {});
      Instance instance =
          Instance.start(settings, sources, registry, new SimpleMeterRegistry(), seeds);
      parts.add(instance);
    }
    for (AutoCloseable part : parts) {
      ((Instance) part).awaitRunning(LIMIT);
    }
    parts.add(
        Guard.start(
            client, topics, registry, "rampart", Duration.ofSeconds(1), new SimpleMeterRegistry()));
  }

  /** Writes all that is decided by now to a log, with the text of messages. */
  void log(Path folder) throws Exception {
    DecisionLogger.start(
            client,
            topics.decisions().name(),
            registry,
            DecisionLogSettings.in(folder).with(Duration.ofDays(1), true),
            FeatureNames.of(FeatureCatalogue.load(Sources.shipped().catalogue())),
            new SimpleMeterRegistry())
        .finish();
  }

  /** The topics of policies, for somebody who goes to them directly. */
  PolicyTopics open() {
    return new PolicyTopics(client, topics, registry);
  }

  /** Runs {@code policies} with these arguments; the answer of a command that is not done fails. */
  JsonNode policies(String... arguments) throws Exception {
    CommandLineRun run = run(arguments);
    if (run.status() != 0) {
      throw new AssertionError(String.join(" ", arguments) + ": " + run.err());
    }
    return JSON.readTree(run.out());
  }

  CommandLineRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("policies"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--json", "--bootstrap", broker.bootstrap()));
    return CommandLineRun.of(new Main(), all.toArray(String[]::new));
  }

  /** Sends a message of an account, now. */
  String send(String account, String text) throws Exception {
    String id = "m-" + sent++;
    MessageEvent message =
        MessageEvent.newBuilder()
            .setMessageId(id)
            .setAuthorId(account)
            .setChannelId("general")
            .setGuildId("guild")
            .setContent(text)
            .setSentAt(Instant.now())
            .build();
    byte[] bytes = serde(topics.messages()).serializer().serialize("", message);
    var unused =
        producer.send(new ProducerRecord<>(topics.messages().name(), account, bytes)).get();
    return id;
  }

  private <V extends SpecificRecord> AvroSerde<V> serde(Topic<V> topic) {
    return AvroSerde.of(topic.value(), registry, topic.schemaSubject());
  }

  /** All that is committed on a topic. */
  <V extends SpecificRecord> List<V> read(Topic<V> topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    List<V> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(20))
            .forEach(
                record ->
                    values.add(
                        serde(topic).deserializer().deserialize(topic.name(), record.value())));
      }
    }
    return values;
  }

  /** Bytes of the audit's entries, in order. */
  List<byte[]> auditBytes() {
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topics.audit().name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(20)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  @Override
  public void close() throws Exception {
    producer.close();
    for (int i = parts.size() - 1; i >= 0; i--) {
      parts.get(i).close();
    }
    registry.close();
    broker.close();
  }
}
