package dev.rampart.ops.api;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.serde.AvroSerde;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads which version decided which event. Confined to one thread. */
final class DecidedVersions implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final Deserializer<Decision> deserializer;
  private final Map<String, List<String>> versions = new HashMap<>();

  DecidedVersions(Cast cast) {
    Map<String, Object> settings = new HashMap<>(cast.client);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    String topic = cast.topics.decisions().name();
    consumer.assign(
        consumer.partitionsFor(topic).stream()
            .map(each -> new TopicPartition(topic, each.partition()))
            .toList());
    deserializer =
        AvroSerde.of(Decision.class, cast.registry, cast.topics.decisions().schemaSubject())
            .deserializer();
  }

  /**
   * Versions whose scores counted, by id of the message; an event with several entries was decided
   * twice.
   */
  Map<String, List<String>> read() {
    consumer
        .poll(Duration.ofMillis(500))
        .forEach(record -> add(deserializer.deserialize(record.topic(), record.value())));
    return versions;
  }

  private void add(Decision decision) {
    if (decision.getEventType() != EventType.MESSAGE) {
      return;
    }
    List<String> counted =
        decision.getScores().stream()
            .filter(score -> score.getMode() != PolicyMode.SHADOW)
            .map(ModelScores::getVersion)
            .toList();
    versions
        .computeIfAbsent(decision.getEventId(), id -> new ArrayList<>())
        .add(String.join("+", counted));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
