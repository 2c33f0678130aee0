package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.REFUSED;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNAVAILABLE;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNKNOWN_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.UserEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaSchemaRegistryTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final List<Schema> CONTRACTS =
      List.of(MessageEvent.getClassSchema(), UserEvent.getClassSchema(), Decision.getClassSchema());

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = new EmbeddedBroker(folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldGiveTheSameIdsToRegistriesThatRace() {
    try (KafkaSchemaRegistry one = open("race");
        KafkaSchemaRegistry other = open("race")) {
      Set<List<Integer>> answers =
          IntStream.range(0, 16)
              .parallel()
              .mapToObj(i -> registerAll(i % 2 == 0 ? one : other))
              .collect(Collectors.toSet());

      assertThat(answers).hasSize(1);
      assertThat(answers.iterator().next()).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldFindWhatAnotherRegistryWroteLater() {
    try (KafkaSchemaRegistry early = open("later");
        KafkaSchemaRegistry late = open("later")) {
      int id = late.register("messages-value", MessageEvent.getClassSchema());

      assertThat(SchemaText.of(early.schemaById(id)))
          .isEqualTo(SchemaText.of(MessageEvent.getClassSchema()));
    }
  }

  @Test
  void shouldKnowAfterARestartWhatItKnewBefore() {
    int id;
    try (KafkaSchemaRegistry registry = open("restart")) {
      id = registry.register("users-value", UserEvent.getClassSchema());
    }
    try (KafkaSchemaRegistry restarted = open("restart")) {
      assertThat(restarted.schemaById(id).getName()).isEqualTo("UserEvent");
    }
  }

  @Test
  void shouldSayThatAnIdIsUnknown() {
    try (KafkaSchemaRegistry registry = open("unknown")) {
      assertThat(assertReason(() -> registry.schemaById(42), UNKNOWN_ID))
          .hasMessageContainingAll("unknown", "42");
    }
  }

  @Test
  void shouldPassOverRecordsThatAreNoSchemasOfTheirId() throws Exception {
    int id;
    try (KafkaSchemaRegistry registry = open("poisoned")) {
      id = registry.register("users-value", UserEvent.getClassSchema());
    }
    write("poisoned", Integer.toString(id), MessageEvent.getClassSchema().toString());
    write("poisoned", "7", "no schema");
    write("poisoned", "tombstone", null);

    try (KafkaSchemaRegistry registry = open("poisoned")) {
      assertThat(registry.schemaById(id).getName()).isEqualTo("UserEvent");
      assertReason(() -> registry.schemaById(7), UNKNOWN_ID);
    }
  }

  @Test
  void shouldRefuseATopicThatForgets() throws Exception {
    try (Admin admin = Admin.create(broker.client())) {
      admin.createTopics(List.of(new NewTopic("forgets", 3, (short) 1))).all().get();
    }
    assertThat(assertReason(() -> open("forgets"), REFUSED))
        .hasMessageContainingAll("forgets", "cleanup.policy=delete", "3 partitions");
  }

  @Test
  void shouldSayThatTheBrokerIsOutOfReach() {
    Map<String, Object> nobody =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:1",
            "default.api.timeout.ms",
            600,
            "request.timeout.ms",
            500);
    assertThat(
            assertReason(
                () -> KafkaSchemaRegistry.open(nobody, "s", (short) 1, Duration.ofSeconds(1)),
                UNAVAILABLE))
        .hasMessageContaining("schema topic s");
  }

  private static List<Integer> registerAll(SchemaRegistry registry) {
    return CONTRACTS.stream().map(c -> registry.register(c.getName() + "-value", c)).toList();
  }

  private static KafkaSchemaRegistry open(String topic) {
    return KafkaSchemaRegistry.open(broker.client(), topic, (short) 1, TIMEOUT);
  }

  private static void write(String topic, String key, @Nullable String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(broker.client(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    }
  }

  private static SchemaRegistryException assertReason(
      ThrowingCallable call, SchemaRegistryException.Reason reason) {
    SchemaRegistryException failed = catchThrowableOfType(SchemaRegistryException.class, call);
    assertThat(failed).isNotNull();
    assertThat(failed.reason()).as(failed.getMessage()).isEqualTo(reason);
    return failed;
  }
}
