package dev.rampart.ops.decisions;

import dev.rampart.schemas.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topic that is logged.
 *
 * @param client Kafka client properties
 * @param topic of the decisions
 * @param registry of its schemas
 */
record LogSource(Map<String, ?> client, String topic, SchemaRegistry registry) {
  /** A consumer of all partitions that commits nothing: the log itself keeps the positions. */
  KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "none");
    settings.put("allow.auto.create.topics", false);
    settings.put("max.poll.records", 2_000);
    settings.put("fetch.max.bytes", 4 * 1024 * 1024);
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes);
    consumer.assign(partitions(consumer));
    return consumer;
  }

  private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /** Which topic of which cluster this is: a topic that is made anew has another id. */
  String id() throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.copyOf(client))) {
      String cluster = admin.describeCluster().clusterId().get();
      Map<String, TopicDescription> topics =
          admin.describeTopics(List.of(topic)).allTopicNames().get();
      return cluster + "/" + Objects.requireNonNull(topics.get(topic), topic).topicId();
    }
  }
}
