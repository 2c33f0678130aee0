package dev.rampart.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class DailyLifeTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int ENOUGH = 20;

  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

  @Test
  void shouldWriteEventsAsTheyHappenUntilItIsClosed() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
      try (Cluster cluster = Cluster.connect(client)) {
        cluster.create(TopicPlan.all(topics.prefix()), 1, (short) 1);
      }
      try (SchemaRegistry registry =
          KafkaSchemaRegistry.open(client, topics.schemas(), (short) 1, LIMIT)) {
        Instant start = Instant.now();
        try (DailyLife life = DailyLife.start(client, topics, registry, 5)) {
          assertThat(life).isNotNull();
          assertThat(sent(client, registry))
              .hasSizeGreaterThanOrEqualTo(ENOUGH)
              .allMatch(time -> !time.isBefore(start) && !time.isAfter(Instant.now()));
        }
      }
    }
  }

  /** Times of the first messages. */
  private List<Instant> sent(Map<String, Object> client, SchemaRegistry registry) {
    Topic<MessageEvent> topic = topics.messages();
    List<Instant> times = new ArrayList<>();
    try (KafkaConsumer<String, MessageEvent> consumer =
        new KafkaConsumer<>(
            client,
            new StringDeserializer(),
            AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer())) {
      List<TopicPartition> all = List.of(new TopicPartition(topic.name(), 0));
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Instant end = Instant.now().plus(LIMIT);
      while (times.size() < ENOUGH && Instant.now().isBefore(end)) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> times.add(record.value().getSentAt()));
      }
    }
    return times;
  }
}
