package dev.rampart.ops.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.control.ControlKeys;
import dev.rampart.topology.topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Kill switches, snoozes and spent budgets as lines of JSON with {@code kind}, {@code entity},
 * {@code set_at} and {@code expires_at}, as the topic {@code control} has them.
 *
 * @param facts in the order of the lines
 */
record RestraintFile(List<ControlRecord> facts) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<ControlKind> ALLOWED =
      Set.of(ControlKind.KILL_SWITCH, ControlKind.SNOOZE, ControlKind.BUDGET_TRIPPED);

  /**
   * @throws CommandFailure where a line is none of them
   */
  static RestraintFile read(Path file) throws IOException {
    List<ControlRecord> facts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        facts.add(fact(file, facts.size() + 1, line));
      }
    }
    return new RestraintFile(facts);
  }

  private static ControlRecord fact(Path file, int number, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      ControlKind kind = ControlKind.valueOf(node.path("kind").asText());
      if (ALLOWED.contains(kind) && !node.path("entity").asText().isEmpty()) {
        return fact(node, kind);
      }
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException wrong) {
      throw failure(file, number, wrong);
    }
    throw failure(file, number, null);
  }

  private static ControlRecord fact(JsonNode node, ControlKind kind) {
    return ControlRecord.newBuilder()
        .setKind(kind)
        .setEntity(node.path("entity").asText())
        .setSetAt(Instant.parse(node.path("set_at").asText("1970-01-01T00:00:00Z")))
        .setExpiresAt(
            node.hasNonNull("expires_at") ? Instant.parse(node.path("expires_at").asText()) : null)
        .build();
  }

  private static CommandFailure failure(
      Path file, int number, @org.jspecify.annotations.Nullable Throwable cause) {
    String problem =
        "%s, fact %d: allowed are kind (KILL_SWITCH, SNOOZE, BUDGET_TRIPPED), entity, set_at and expires_at as ISO-8601"
            .formatted(file, number);
    return cause == null
        ? CommandFailure.wrongUsage(problem)
        : CommandFailure.wrongUsage(problem, cause);
  }

  /** Writes them before the pipeline starts, so that they hold from the first event on. */
  void write(Map<String, Object> client, Topic<ControlRecord> topic, SchemaRegistry registry) {
    AvroSerde<ControlRecord> serde = AvroSerde.of(topic.value(), registry, topic.schemaSubject());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
      for (ControlRecord fact : facts) {
        byte[] value = serde.serializer().serialize(topic.name(), fact);
        String key = ControlKeys.of(fact.getKind(), fact.getEntity());
        var unused = producer.send(new ProducerRecord<>(topic.name(), key, value));
      }
    }
  }
}
