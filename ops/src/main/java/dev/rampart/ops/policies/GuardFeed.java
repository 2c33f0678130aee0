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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Committed actions, and how many events were decided: that by the ends of the partitions, so that
 * nobody has to read what is decided to count it. The broker's commit markers count with them.
 * Confined to one thread.
 */
final class GuardFeed implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<EnforcementAction> deserializer;
  private final List<TopicPartition> decisions;

  /**
   * @param from record time from which actions are read
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
    this.decisions = partitions(topics.decisions().name());
    List<TopicPartition> actions = partitions(topics.userActions().name());
    actions.addAll(partitions(topics.messageActions().name()));
    start(actions, from);
  }

  private void start(List<TopicPartition> actions, Instant from) {
    Map<TopicPartition, Long> times =
        actions.stream().collect(Collectors.toMap(part -> part, part -> from.toEpochMilli()));
    consumer.assign(actions);
    consumer.seekToEnd(actions);
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> start :
        consumer.offsetsForTimes(times).entrySet()) {
      if (start.getValue() != null) {
        consumer.seek(start.getKey(), start.getValue().offset());
      }
    }
    actions.forEach(consumer::position);
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** How many events were decided since the topic began. */
  long decided() {
    return consumer.endOffsets(decisions).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Hands over the actions that came. */
  void poll(Duration wait, Consumer<EnforcementAction> acted) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
      acted.accept(deserializer.deserialize(record.topic(), record.value()));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
