package dev.rampart.ops.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.policies.PolicySeeds;
import dev.rampart.ops.summary.OutcomeListener;
import dev.rampart.ops.summary.OutcomeReader;
import dev.rampart.ops.summary.OutcomeTopics;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.StreamsTuning;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waited on the broker while nobody was there to decide. */
class BacklogTest {
  private static final int EVENTS = 20_000;
  private static final int PARTITIONS = 2;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Six hundred events: what is sent in one millisecond has no order between topics. */
  private static final Duration BLUR = Duration.ofMinutes(1);

  private static final Duration FRESH = Duration.ofMillis(10);
  private static final Duration BACKLOG = Duration.ofSeconds(3);

  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final Outcomes outcomes = new Outcomes();
  private final Community community =
      new Community(new CommunitySettings(7, EVENTS + 1, Instant.now()));

  @TempDir private Path state;
  private EmbeddedBroker broker;
  private CommunityProducer producer;
  private OutcomeReader reader;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start();
    try (Cluster cluster = Cluster.connect(client())) {
      cluster.create(TopicPlan.all(topics.prefix()), PARTITIONS, (short) 1);
    }
    reader = new OutcomeReader(client(), OutcomeTopics.under(topics.prefix()), registry, outcomes);
    producer =
        new CommunityProducer(client(), topics.messages().name(), topics.users().name(), registry);
  }

  @AfterEach
  void stop() throws Exception {
    producer.close();
    reader.close();
    broker.close();
    registry.close();
  }

  /**
   * An account's messages and user events lie in different topics, and windows are right only where
   * one is not read far ahead of the other.
   */
  @Test
  void shouldDecideABacklogOfAllTopicsInTheOrderOfItsTime() throws Exception {
    write(EVENTS);
    try (Instance instance = instance(StreamsTuning.defaults())) {
      instance.awaitRunning(LIMIT);
      assertThat(reader.readUntil(() -> outcomes.decisions == EVENTS, LIMIT)).isTrue();
    }
    assertThat(outcomes.worst).isLessThan(BLUR);
  }

  @Test
  void shouldCommitABacklogSeldomAndAFreshEventAtOnce() throws Exception {
    write(EVENTS);
    TimeUnit.SECONDS.sleep(BACKLOG.toSeconds());
    try (Instance instance =
        instance(StreamsTuning.defaults().withCommitIntervals(FRESH, BACKLOG))) {
      long begun = System.nanoTime();
      instance.awaitRunning(LIMIT);
      assertThat(reader.readUntil(() -> outcomes.decisions == EVENTS, LIMIT)).isTrue();
      long intervals = (System.nanoTime() - begun) / BACKLOG.toNanos() + 1;
      assertThat(ends() - outcomes.all)
          .as("transactions on all partitions within %d intervals", intervals)
          .isBetween((long) PARTITIONS, 3 * PARTITIONS * intervals);

      write(1);
      assertThat(reader.readUntil(() -> outcomes.decisions == EVENTS + 1, LIMIT)).isTrue();
      assertThat(Duration.ofMillis(outcomes.lastLatencyMillis)).isLessThan(BACKLOG.dividedBy(2));
    }
  }

  private void write(int events) {
    producer.write(Stream.generate(community::next).limit(events).iterator(), written -> {});
  }

  /** Ends of all partitions of the decisions: what is no decision there marks a commit. */
  private long ends() throws Exception {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      ends.put(new TopicPartition(topics.decisions().name(), partition), OffsetSpec.latest());
    }
    try (Admin admin = Admin.create(client())) {
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(ListOffsetsResultInfo::offset)
          .sum();
    }
  }

  private Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrap());
  }

  private Instance instance(StreamsTuning tuning) {
    Sources sources = Sources.shipped(Optional.empty());
    return Instance.start(
        PipelineSettings.defaults(broker.bootstrap(), state).with(tuning),
        sources,
        registry,
        new SimpleMeterRegistry(),
        () -> PolicySeeds.publish(client(), topics, registry, sources.policies(), note -> {}));
  }

  /** What was decided, and by how much events came after younger ones of their account. */
  private static final class Outcomes implements OutcomeListener {
    private final Map<String, Instant> newest = new HashMap<>();
    private Duration worst = Duration.ZERO;
    private int all;
    private int decisions;
    private long lastLatencyMillis;

    @Override
    public void onDecision(Decision decision, long latencyMillis) {
      all++;
      if (decision.getEventType() == EventType.FINDING) {
        return;
      }
      decisions++;
      lastLatencyMillis = latencyMillis;
      Instant time = decision.getEventTime();
      Instant newer = newest.merge(decision.getAuthorId(), time, (a, b) -> a.isAfter(b) ? a : b);
      Duration late = Duration.between(time, newer);
      worst = late.compareTo(worst) > 0 ? late : worst;
    }

    @Override
    public void onDeadLetter(ConsumerRecord<byte[], byte[]> letter) {
      throw new AssertionError("a dead letter: " + letter);
    }
  }
}
