package dev.rampart.ops.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CommunityProducerTest {

  @Test
  void shouldWriteEveryEventToTheTopicOfItsType() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
      createTopics(client);
      AtomicLong progress = new AtomicLong();
      Community community = new Community(new CommunitySettings(1, 12_345, Instant.now()));
      try (InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
          CommunityProducer producer = new CommunityProducer(client, "m", "u", registry)) {
        assertThat(producer.write(community, progress::set)).isEqualTo(12_345);
      }
      assertThat(progress).hasValue(12_345);
      assertThat(end(client, "m") + end(client, "u")).isEqualTo(12_345);
      assertThat(end(client, "u")).isPositive();
    }
  }

  private static void createTopics(Map<String, Object> client) {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(
          List.of(
              new TopicPlan("m", TopicPlan.Spread.SINGLE, false),
              new TopicPlan("u", TopicPlan.Spread.SINGLE, false)),
          1,
          (short) 1);
    }
  }

  private static long end(Map<String, Object> client, String topic)
      throws ExecutionException, InterruptedException {
    TopicPartition partition = new TopicPartition(topic, 0);
    try (Admin admin = Admin.create(client)) {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    }
  }
}
