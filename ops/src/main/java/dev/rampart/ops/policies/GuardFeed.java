package dev.rampart.ops.policies;

import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Committed actions, and how many events were decided. Confined to one thread. */
final class GuardFeed implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<EnforcementAction> deserializer;
  private final Topics topics;

  /**
   * @param from record time from which actions are read; decisions are counted from now on
   */
  GuardFeed(Map<String, Object> client, Topics topics, SchemaRegistry registry, Instant from) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("fetch.max.wait.ms", 50);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.deserializer =
        AvroSerde.of(EnforcementAction.class, registry, topics.userActions().schemaSubject())
            .deserializer();
    this.topics = topics;
    start(from);
  }

  private void start(Instant from) {
    List<TopicPartition> decisions = partitions(topics.decisions().name());
    List<TopicPartition> actions = partitions(topics.userActions().name());
    actions.addAll(partitions(topics.messageActions().name()));
    Map<TopicPartition, Long> times =
        actions.stream().collect(Collectors.toMap(part -> part, part -> from.toEpochMilli()));
    List<TopicPartition> all = new ArrayList<>(decisions);
    all.addAll(actions);
    consumer.assign(all);
    consumer.seekToEnd(all);
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> start :
        consumer.offsetsForTimes(times).entrySet()) {
      if (start.getValue() != null) {
        consumer.seek(start.getKey(), start.getValue().offset());
      }
    }
    all.forEach(consumer::position);
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /**
   * Hands over what came.
   *
   * @param decided told the record time of each decision
   * @param acted told each action with its record time
   */
  void poll(Duration wait, LongConsumer decided, ObjLongConsumer<EnforcementAction> acted) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
      if (record.topic().equals(topics.decisions().name())) {
        decided.accept(record.timestamp());
      } else {
        acted.accept(deserializer.deserialize(record.topic(), record.value()), record.timestamp());
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
