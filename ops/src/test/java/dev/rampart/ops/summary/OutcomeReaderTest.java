package dev.rampart.ops.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.ReviewItem;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutcomeReaderTest {
  private static final OutcomeTopics TOPICS = OutcomeTopics.under("r.");

  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private final Outcomes outcomes = new Outcomes(Optional.empty());
  private EmbeddedBroker broker;
  private KafkaProducer<byte[], byte[]> producer;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start();
    try (Cluster cluster = Cluster.connect(client())) {
      cluster.create(TopicPlan.all("r."), 2, (short) 1);
    }
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "pipeline");
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  @AfterEach
  void stop() throws IOException {
    producer.close();
    broker.close();
  }

  @Test
  void shouldReadWhatIsCommittedAfterItsCreationAndNothingElse() throws Exception {
    commit("old");
    awaitReadable();
    try (OutcomeReader reader = new OutcomeReader(client(), TOPICS, registry, outcomes)) {
      commit("new");
      abort("aborted");
      assertThat(reader.readUntil(() -> outcomes.accounted() == 2, Duration.ofSeconds(20)))
          .isTrue();
    }
    Summary summary = outcomes.summary(2, 0, 0, System.nanoTime());
    assertThat(summary.decisions()).isEqualTo(1);
    assertThat(summary.actions()).isEqualTo(Map.of("HIDE", 1L));
    assertThat(summary.reviewItems()).isEqualTo(1);
    assertThat(summary.deadLetters()).isEqualTo(1);
    assertThat(summary.complete()).isTrue();
  }

  @Test
  void shouldGiveUpWhenNothingNewComes() {
    try (OutcomeReader reader = new OutcomeReader(client(), TOPICS, registry, outcomes)) {
      assertThat(reader.readUntil(() -> false, Duration.ofMillis(100))).isFalse();
    }
  }

  private void commit(String eventId) {
    write(eventId);
    producer.commitTransaction();
  }

  /** A commit returns before its markers are on every partition. */
  private void awaitReadable() throws Exception {
    try (Admin admin = Admin.create(client())) {
      while (!ends(admin, IsolationLevel.READ_COMMITTED)
          .equals(ends(admin, IsolationLevel.READ_UNCOMMITTED))) {
        Thread.sleep(20);
      }
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin, IsolationLevel level)
      throws Exception {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (String topic : TOPICS.all()) {
      latest.put(new TopicPartition(topic, 0), OffsetSpec.latest());
      latest.put(new TopicPartition(topic, 1), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(latest, new ListOffsetsOptions(level))
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  private void abort(String eventId) {
    write(eventId);
    producer.abortTransaction();
  }

  private void write(String eventId) {
    producer.beginTransaction();
    send(TOPICS.decisions(), Decision.class, Samples.decision(eventId));
    send(
        TOPICS.messageActions(),
        EnforcementAction.class,
        Samples.action(eventId, "spam", ActionKind.HIDE));
    send(TOPICS.review(), ReviewItem.class, Samples.review(eventId));
    send(TOPICS.deadLetters(), new byte[] {1});
  }

  private <T extends SpecificRecord> void send(String topic, Class<T> type, T value) {
    send(topic, AvroSerde.of(type, registry, topic).serializer().serialize(topic, value));
  }

  private void send(String topic, byte[] value) {
    var unused = producer.send(new ProducerRecord<>(topic, value));
  }

  private Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrap());
  }
}
