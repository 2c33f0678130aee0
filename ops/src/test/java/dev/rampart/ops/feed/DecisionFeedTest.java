package dev.rampart.ops.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionFeedTest {
  private static final Topics TOPICS = new Topics("r.");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private EmbeddedBroker broker;
  private KafkaProducer<String, byte[]> producer;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start();
    try (Cluster cluster = Cluster.connect(client())) {
      cluster.create(TopicPlan.all("r."), 2, (short) 1);
    }
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "pipeline");
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  @AfterEach
  void stop() throws IOException {
    producer.close();
    broker.close();
  }

  @Test
  void shouldHoldWhatIsCommittedInTheOrderOfTheDecisionsAndNothingThatWasAborted() {
    EnforcementAction mute =
        Decisions.action("mute", "ada", "spam", ActionKind.MUTE, PolicyMode.LIVE);
    Instant start = Instant.now().minusSeconds(60);
    commit(at(Decisions.calm("m1", "ada"), start), at(Decisions.calm("m3", "a"), start, 3));
    commit(
        at(Decisions.calm("m2", "bob"), start, 2), at(Decisions.acting("m4", "b", mute), start, 4));
    abort(Decisions.calm("lost", "ada"));
    try (DecisionFeed feed = feed()) {
      await().atMost(LIMIT).until(feed::caughtUp);
      assertThat(ids(feed, DecisionFilter.ALL)).containsExactly("m4", "m3", "m2", "m1");

      commit(Decisions.acting("f1", "ada", Decisions.reversal("back", mute)));
      await().atMost(LIMIT).until(() -> feed.size() == 5);
      assertThat(ids(feed, DecisionFilter.ALL)).startsWith("f1", "m4");
      assertThat(feed.find("lost")).isEmpty();
      assertThat(feed.decisionOf(Decisions.id("mute")).orElseThrow().getEventId()).isEqualTo("m4");
      assertThat(feed.reversalOf(Decisions.id("mute"))).contains(Decisions.id("back"));
      assertThat(feed.find("m1").orElseThrow().getFeatures()).hasSize(3);
      assertThat(feed.counts().lastHour()).isEqualTo(5);
    }
  }

  @Test
  void shouldTellWhoWaitsWhenTheDecisionIsCommittedAndNotBefore() throws Exception {
    try (DecisionFeed feed = feed()) {
      CompletableFuture<Decision> waiting = feed.await("m1");
      abort(Decisions.calm("m1", "ada"));
      assertThat(waiting).isNotDone();
      commit(Decisions.calm("m1", "ada"));

      assertThat(waiting.get(20, TimeUnit.SECONDS).getAuthorId()).isEqualTo("ada");
      assertThat(feed.await("m1")).isDone();
    }
  }

  @Test
  void shouldBeginNotMuchBeforeTheWindow() {
    for (int i = 0; i < 40; i++) {
      commit(Decisions.calm("m" + i, "ada"));
    }
    try (DecisionFeed feed =
        DecisionFeed.start(client(), TOPICS, registry, new FeedLimits(5, 1 << 20))) {
      await().atMost(LIMIT).until(feed::caughtUp);
      assertThat(ids(feed, DecisionFilter.ALL)).doesNotContain("m0").startsWith("m39");
    }
  }

  @Test
  void shouldPassOverWhatIsNoDecision() {
    try (DecisionFeed feed = feed()) {
      producer.beginTransaction();
      var unused =
          producer.send(new ProducerRecord<>(TOPICS.decisions().name(), "x", new byte[] {9}));
      producer.commitTransaction();
      commit(Decisions.calm("m1", "ada"));

      await().atMost(LIMIT).until(() -> feed.find("m1").isPresent());
    }
  }

  private DecisionFeed feed() {
    return DecisionFeed.start(client(), TOPICS, registry, new FeedLimits(100, 1 << 20));
  }

  private static List<String> ids(DecisionFeed feed, DecisionFilter filter) {
    return feed.page(filter, OptionalLong.empty(), 100).decisions().stream()
        .map(Decision::getEventId)
        .toList();
  }

  private static Decision at(Decision decision, Instant start) {
    return at(decision, start, 1);
  }

  private static Decision at(Decision decision, Instant start, int seconds) {
    decision.setDecidedAt(start.plusSeconds(seconds));
    return decision;
  }

  private void commit(Decision... decisions) {
    write(decisions);
    producer.commitTransaction();
  }

  private void abort(Decision... decisions) {
    write(decisions);
    producer.flush();
    producer.abortTransaction();
  }

  private void write(Decision... decisions) {
    producer.beginTransaction();
    AvroSerde<Decision> serde =
        AvroSerde.of(Decision.class, registry, TOPICS.decisions().schemaSubject());
    for (Decision decision : decisions) {
      var unused =
          producer.send(
              new ProducerRecord<>(
                  TOPICS.decisions().name(),
                  decision.getAuthorId(),
                  serde.serializer().serialize("", decision)));
    }
  }

  private Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrap());
  }
}
