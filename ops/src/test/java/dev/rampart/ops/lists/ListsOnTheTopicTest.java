package dev.rampart.ops.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.Main;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.cli.CommandLineRun;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
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
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that are put on lists and withdrawn while an instance runs, on a real broker. */
class ListsOnTheTopicTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Instant LISTED = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant WITHDRAWN = Instant.parse("2026-03-05T10:00:00Z");

  @TempDir private Path folder;
  private final EmbeddedBroker broker = EmbeddedBroker.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final Map<String, Double> listedLinks = new HashMap<>();
  private int messages;

  @BeforeEach
  void createTopics() {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(topics.prefix()), 1, (short) 1);
    }
  }

  @AfterEach
  void stop() throws Exception {
    broker.close();
  }

  @Test
  void shouldCountForTheEventsOfItsTimeWithoutARestart() throws Exception {
    PipelineSettings settings = PipelineSettings.defaults(broker.bootstrap(), folder);
    try (SchemaRegistry registry =
            KafkaSchemaRegistry.open(client, topics.schemas(), (short) 1, LIMIT);
        Instance instance =
            Instance.start(
                settings, Sources.shipped(), registry, new SimpleMeterRegistry(), () -> {})) {
      instance.awaitRunning(LIMIT);
      int place = instance.featureNames().indexOf("link_listed_count");

      done("put", "domains/test", "Evil.Example", "--listed-at", LISTED.toString());
      await().atMost(LIMIT).until(() -> served(registry, place, LISTED.plusSeconds(1)) == 1.0);
      assertThat(served(registry, place, LISTED.minusSeconds(1))).isZero();

      JsonNode withdrawn =
          done("withdraw", "domains/test", "evil.example", "--at", WITHDRAWN.toString());
      assertThat(withdrawn.get("version").asInt()).isEqualTo(2);
      await().atMost(LIMIT).until(() -> served(registry, place, WITHDRAWN.plusSeconds(1)) == 0.0);
      assertThat(served(registry, place, WITHDRAWN.minusSeconds(1))).isEqualTo(1.0);
    }

    JsonNode span = done("entries").get(0).get("listings").get(0);
    assertThat(Instant.parse(span.get("delisted_at").asText())).isEqualTo(WITHDRAWN);
    assertThat(run("withdraw", "domains/test", "evil.example").err()).contains("is not listed at");
    assertThat(run("put", "planets", "evil.example").err()).contains("allowed is one of domains");
    assertThat(audited()).contains("list.put", "list.withdraw");
  }

  /** Listed links that a message of that time was served. */
  private double served(SchemaRegistry registry, int place, Instant time) {
    String id = "m" + messages++;
    MessageEvent message =
        MessageEvent.newBuilder()
            .setMessageId(id)
            .setAuthorId("ada")
            .setGuildId("g")
            .setChannelId("c")
            .setContent("see https://www.evil.example/now")
            .setSentAt(time)
            .build();
    try (KafkaProducer<String, MessageEvent> producer =
        new KafkaProducer<>(
            client, new StringSerializer(), serde(registry, topics.messages()).serializer())) {
      var unused = producer.send(new ProducerRecord<>(topics.messages().name(), "ada", message));
    }
    await().atMost(LIMIT).until(() -> read(registry, place).containsKey(id));
    return listedLinks.getOrDefault(id, Double.NaN);
  }

  private Map<String, Double> read(SchemaRegistry registry, int place) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    try (KafkaConsumer<String, Decision> consumer =
        new KafkaConsumer<>(
            settings,
            new StringDeserializer(),
            serde(registry, topics.decisions()).deserializer())) {
      TopicPartition partition = new TopicPartition(topics.decisions().name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      consumer
          .poll(Duration.ofMillis(500))
          .forEach(
              record ->
                  listedLinks.put(
                      record.value().getEventId(), record.value().getFeatures().get(place)));
    }
    return listedLinks;
  }

  private static <V extends SpecificRecord> AvroSerde<V> serde(
      SchemaRegistry registry, Topic<V> topic) {
    return AvroSerde.of(topic.value(), registry, topic.schemaSubject());
  }

  private List<String> audited() throws Exception {
    CommandLineRun run =
        CommandLineRun.of(new Main(), "audit", "list", "--json", "--bootstrap", broker.bootstrap());
    assertThat(run.status()).as(run.err()).isZero();
    List<String> operations = new ArrayList<>();
    JSON.readTree(run.out()).findValues("operation").forEach(each -> operations.add(each.asText()));
    return operations;
  }

  private JsonNode done(String... arguments) throws Exception {
    CommandLineRun run = run(arguments);
    assertThat(run.status()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  private CommandLineRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("features", "lists"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--json", "--bootstrap", broker.bootstrap()));
    if (!arguments[0].equals("entries")) {
      all.addAll(List.of("--author", "ada", "--reason", "a test"));
    }
    return CommandLineRun.of(new Main(), all.toArray(String[]::new));
  }
}
