package dev.rampart.ops.api;

import dev.rampart.ops.access.OneTimeToken;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.http.TestCertificate;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.StreamsTuning;
import dev.rampart.topology.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker with the topics of an installation, somebody who writes to it, and its instances. */
final class Cast implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  final EmbeddedBroker broker;
  final Map<String, Object> client;
  final SchemaRegistry registry;
  final KafkaProducer<String, byte[]> producer;
  private final Path folder;
  private final Sources sources;
  private final StreamsTuning tuning;
  private final OneTimeToken token = OneTimeToken.create("test", Role.ADMIN);
  private final List<RunningInstance> instances = new ArrayList<>();
  private Optional<TestCertificate> certificate = Optional.empty();

  Cast(Path folder, String policy) throws Exception {
    this(folder, policy, StreamsTuning.defaults(), Map.of());
  }

  /**
   * @param overrides of broker settings
   */
  Cast(Path folder, String policy, StreamsTuning tuning, Map<String, String> overrides)
      throws Exception {
    this.folder = folder;
    this.tuning = tuning;
    broker = EmbeddedBroker.start(overrides);
    client = Map.of("bootstrap.servers", broker.bootstrap());
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(topics.prefix()), 4, (short) 1);
    }
    registry = KafkaSchemaRegistry.open(client, topics.schemas(), (short) 1, LIMIT);
    producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
    Path policies = Files.createDirectories(folder.resolve("policies"));
    Files.writeString(policies.resolve("policy.yml"), policy);
    sources = Sources.shipped(Optional.of(policies));
  }

  /** From now on instances speak https. */
  void show(TestCertificate shown) {
    certificate = Optional.of(shown);
  }

  /** Starts one more instance; it does not run yet when this returns. */
  RunningInstance start() throws Exception {
    return start(sources.models());
  }

  /** Starts one more instance with the models of this folder. */
  RunningInstance start(Path models) throws Exception {
    PipelineSettings settings =
        PipelineSettings.defaults(broker.bootstrap(), folder.resolve("state-" + instances.size()))
            .with(tuning);
    Sources own = new Sources(models, sources.policies(), sources.catalogue(), sources.lists());
    RunningInstance instance =
        RunningInstance.start(settings, client, own, registry, token, certificate);
    instances.add(instance);
    return instance;
  }

  /** Sends a message of an account. */
  void send(String id, String account, String text, Instant at) throws Exception {
    MessageEvent message =
        MessageEvent.newBuilder()
            .setMessageId(id)
            .setAuthorId(account)
            .setChannelId("general")
            .setGuildId("guild")
            .setContent(text)
            .setSentAt(at)
            .build();
    byte[] bytes =
        AvroSerde.of(MessageEvent.class, registry, topics.messages().schemaSubject())
            .serializer()
            .serialize("", message);
    var unused =
        producer.send(new ProducerRecord<>(topics.messages().name(), account, bytes)).get();
  }

  @Override
  public void close() throws Exception {
    producer.close();
    instances.forEach(RunningInstance::close);
    registry.close();
    broker.close();
  }
}
