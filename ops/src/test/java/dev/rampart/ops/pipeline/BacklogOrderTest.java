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
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What waited on the broker while nobody was there to decide: an account's messages and user events
 * lie in different topics, and windows are right only where one is not read far ahead of the other.
 */
class BacklogOrderTest {
  private static final int EVENTS = 20_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Six hundred events: what is sent in one millisecond has no order between topics. */
  private static final Duration BLUR = Duration.ofMinutes(1);

  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

  @TempDir private Path state;

  @Test
  void shouldDecideABacklogOfAllTopicsInTheOrderOfItsTime() throws Exception {
    Lateness lateness = new Lateness();
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry()) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
      try (Cluster cluster = Cluster.connect(client)) {
        cluster.create(TopicPlan.all(topics.prefix()), 2, (short) 1);
      }
      OutcomeTopics outputs = OutcomeTopics.under(topics.prefix());
      try (OutcomeReader reader = new OutcomeReader(client, outputs, registry, lateness);
          CommunityProducer producer =
              new CommunityProducer(
                  client, topics.messages().name(), topics.users().name(), registry)) {
        producer.write(
            new Community(new CommunitySettings(7, EVENTS, Instant.now())), written -> {});

        try (Instance instance = start(client, broker.bootstrap(), registry)) {
          instance.awaitRunning(LIMIT);
          assertThat(reader.readUntil(() -> lateness.decisions == EVENTS, LIMIT)).isTrue();
        }
      }
    }

    assertThat(lateness.worst).isLessThan(BLUR);
  }

  private Instance start(
      Map<String, Object> client, String bootstrap, InMemorySchemaRegistry registry) {
    Sources sources = Sources.shipped(Optional.empty());
    return Instance.start(
        PipelineSettings.defaults(bootstrap, state),
        sources,
        registry,
        new SimpleMeterRegistry(),
        () -> PolicySeeds.publish(client, topics, registry, sources.policies(), note -> {}));
  }

  /** By how much events came after younger ones of their account. */
  private static final class Lateness implements OutcomeListener {
    private final Map<String, Instant> newest = new HashMap<>();
    private Duration worst = Duration.ZERO;
    private int decisions;

    @Override
    public void onDecision(Decision decision, long latencyMillis) {
      if (decision.getEventType() == EventType.FINDING) {
        return;
      }
      decisions++;
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
