package dev.rampart.ops.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.policies.PolicySeeds;
import dev.rampart.ops.summary.OutcomeListener;
import dev.rampart.ops.summary.OutcomeReader;
import dev.rampart.ops.summary.OutcomeTopics;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real sessions that throw and that hang, under a pipeline on a broker: scores miss, not events.
 */
class FailingSessionTest {
  private static final int ACCOUNTS = 20;
  private static final int MESSAGES = 100;
  private static final int ALL = ACCOUNTS * MESSAGES;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String POLICY =
      """
      policy: links
      version: 1
      state: live
      rules:
        - id: many
          when: features.author_links_1h > 100.0
          actions:
            - {kind: review, queue: links, priority: 1}
      """;

  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

  @TempDir private Path folder;

  @Test
  void shouldDecideEveryEventInOrderWhileSessionsThrowAndHang() throws Exception {
    Seen seen = new Seen();
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry()) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
      try (Cluster cluster = Cluster.connect(client)) {
        cluster.create(TopicPlan.all(topics.prefix()), 2, (short) 1);
      }
      OutcomeTopics outputs = OutcomeTopics.under(topics.prefix());
      try (OutcomeReader reader = new OutcomeReader(client, outputs, registry, seen);
          Instance instance = start(client, broker.bootstrap(), registry)) {
        instance.awaitRunning(LIMIT);
        send(client, registry);
        assertThat(reader.readUntil(() -> seen.decisions == ALL, LIMIT)).isTrue();
      }
    }

    List<String> inOrder = IntStream.range(0, MESSAGES).mapToObj(Integer::toString).toList();
    assertThat(seen.byAccount).hasSize(ACCOUNTS).values().allMatch(inOrder::equals);
    assertThat(seen.missing).containsKeys("thrower: poison item", "hanger: run timed out");
    assertThat(seen.scored.get("spam")).isEqualTo(ALL);
    assertThat(seen.scored.get("thrower")).isGreaterThan(ALL / 2);
  }

  private Instance start(
      Map<String, Object> client, String bootstrap, InMemorySchemaRegistry registry)
      throws IOException {
    Path policies = Files.createDirectories(folder.resolve("policies"));
    Files.writeString(policies.resolve("links.yml"), POLICY);
    Sources shipped = Sources.shipped(Optional.of(policies));
    Sources sources = new Sources(models(shipped), policies, shipped.catalogue(), shipped.lists());
    return Instance.start(
        PipelineSettings.defaults(bootstrap, folder.resolve("state")),
        sources,
        registry,
        new SimpleMeterRegistry(),
        () -> PolicySeeds.publish(client, topics, registry, policies, note -> {}));
  }

  /** The shipped model of spam beside two that fail. */
  private Path models(Sources shipped) throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    Files.createSymbolicLink(models.resolve("spam"), shipped.models().resolve("spam"));
    FaultyModels.write(models);
    return models;
  }

  private void send(Map<String, Object> client, InMemorySchemaRegistry registry) {
    AvroSerde<MessageEvent> serde =
        AvroSerde.of(MessageEvent.class, registry, topics.messages().schemaSubject());
    Instant start = Instant.now().minus(Duration.ofHours(12));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < MESSAGES; i++) {
        for (int account = 0; account < ACCOUNTS; account++) {
          byte[] bytes = serde.serializer().serialize("", message(account, i, start));
          var unused =
              producer.send(
                  new ProducerRecord<>(topics.messages().name(), "account-" + account, bytes));
        }
      }
    }
  }

  private static MessageEvent message(int account, int i, Instant start) {
    return MessageEvent.newBuilder()
        .setMessageId(account + "-" + i)
        .setAuthorId("account-" + account)
        .setChannelId("general")
        .setGuildId("guild")
        .setContent("message " + i)
        .setMentions(
            IntStream.range(0, mentions(account * MESSAGES + i))
                .mapToObj(m -> "user-" + m)
                .toList())
        .setSentAt(start.plus(Duration.ofMinutes(5L * i)))
        .build();
  }

  /** Some that make a session throw, and two that make one hang. */
  private static int mentions(int number) {
    if (number == 520 || number == 1_480) {
      return FaultyModels.HANGS_AT;
    }
    return number % 97 == 0 ? FaultyModels.THROWS_FROM : number % 2;
  }

  /** What was decided, in the order of the topic. */
  private static final class Seen implements OutcomeListener {
    private final Map<String, List<String>> byAccount = new LinkedHashMap<>();
    private final Map<String, Integer> missing = new LinkedHashMap<>();
    private final Map<String, Integer> scored = new LinkedHashMap<>();
    private int decisions;

    @Override
    public void onDecision(Decision decision, long latencyMillis) {
      decisions++;
      String id = decision.getEventId();
      byAccount
          .computeIfAbsent(decision.getAuthorId(), author -> new ArrayList<>())
          .add(id.substring(id.indexOf('-') + 1));
      for (ModelScores scores : decision.getScores()) {
        String why = scores.getMissingBecause();
        if (why == null) {
          scored.merge(scores.getModel(), 1, Integer::sum);
        } else {
          missing.merge(
              scores.getModel() + ": " + why.replaceAll("[:;(].*", "").strip(), 1, Integer::sum);
        }
      }
    }

    @Override
    public void onDeadLetter(ConsumerRecord<byte[], byte[]> letter) {
      throw new AssertionError("a dead letter: " + letter);
    }
  }
}
