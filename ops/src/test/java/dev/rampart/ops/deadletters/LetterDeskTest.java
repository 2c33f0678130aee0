package dev.rampart.ops.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.deadletters.Cause;
import dev.rampart.topology.deadletters.DeadLetter;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LetterDeskTest {
  private static final Topics TOPICS = new Topics("r.");
  private static final LetterChoice ALL = new LetterChoice(null, null);

  private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
  private EmbeddedBroker broker;
  private KafkaProducer<byte[], byte[]> producer;
  private LetterDesk desk;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start();
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all("r."), 2, (short) 1);
    }
    producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    desk = new LetterDesk(client, "app", TOPICS, registry, Duration.ZERO);
  }

  @AfterEach
  void stop() throws IOException {
    desk.close();
    producer.close();
    broker.close();
  }

  @Test
  void shouldSendTheOriginalAgainOnceHoweverOftenItIsAsked() throws Exception {
    byte[] value = {9, 8, 7};
    write(TOPICS.messages().name(), 1, 40, Cause.TOO_OLD, value);
    write(TOPICS.messages().name(), 0, 41, Cause.TOO_OLD, new byte[] {1});

    Redrive first = desk.redrive(ALL);
    Redrive second = desk.redrive(ALL);

    assertThat(first.redriven()).isEqualTo(2);
    assertThat(second).isEqualTo(new Redrive(false, 0, 0, 0, 0, List.of()));
    List<ConsumerRecord<byte[], byte[]>> messages = read(TOPICS.messages().name());
    assertThat(messages).hasSize(2);
    ConsumerRecord<byte[], byte[]> again =
        messages.stream().filter(record -> record.partition() == 1).findFirst().orElseThrow();
    assertThat(again.value()).isEqualTo(value);
    assertThat(again.key()).isEqualTo(bytes("ada"));
    assertThat(again.timestamp()).isEqualTo(1_000);
    assertThat(again.headers().lastHeader("trace").value()).isEqualTo(bytes("t-1"));
    assertThat(again.headers().lastHeader(DeadLetter.CAUSE)).isNull();
    assertThat(again.headers().lastHeader(LetterHeaders.REDRIVEN_FROM)).isNotNull();
  }

  @Test
  void shouldRememberWhatAnotherInstanceSentAgain() throws Exception {
    write(TOPICS.messages().name(), 0, 1, Cause.TOO_OLD, new byte[] {1});
    assertThat(desk.waiting()).isEqualTo(1);
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
    try (LetterDesk other = new LetterDesk(client, "app", TOPICS, registry, Duration.ZERO)) {
      assertThat(other.redrive(ALL).redriven()).isEqualTo(1);
    }

    assertThat(desk.redrive(ALL).redriven()).isZero();
    assertThat(read(TOPICS.messages().name())).hasSize(1);
    assertThat(desk.waiting()).isZero();
    assertThat(desk.list(null, 0, 10)).singleElement().matches(Letter::redriven);
  }

  @Test
  void shouldDoNothingInARehearsal() throws Exception {
    write(TOPICS.messages().name(), 0, 1, Cause.TOO_OLD, new byte[] {1});

    assertThat(desk.rehearse(ALL)).isEqualTo(new Redrive(true, 1, 0, 0, 0, List.of()));
    assertThat(read(TOPICS.messages().name())).isEmpty();
    assertThat(desk.waiting()).isEqualTo(1);
  }

  @Test
  void shouldSendOnlyWhatIsChosen() throws Exception {
    write(TOPICS.messages().name(), 0, 1, Cause.TOO_OLD, new byte[] {1});
    write(TOPICS.users().name(), 0, 2, Cause.IN_THE_FUTURE, new byte[] {2});

    assertThat(desk.redrive(new LetterChoice("in-the-future", null)).redriven()).isEqualTo(1);
    assertThat(read(TOPICS.messages().name())).isEmpty();
    assertThat(read(TOPICS.users().name())).hasSize(1);
    Letter left = desk.list("too-old", 0, 10).get(0);
    assertThat(desk.redrive(new LetterChoice(null, left.place())).redriven()).isEqualTo(1);
  }

  @Test
  void shouldSayWhatCannotGoBack() throws Exception {
    write("events.jsonl", 0, 17, Cause.MALFORMED_LINE, new byte[] {1});
    write(TOPICS.messages().name(), 0, 1, Cause.TOO_OLD, new byte[] {1});

    Redrive done = desk.redrive(ALL);

    assertThat(done.matched()).isEqualTo(2);
    assertThat(done.redriven()).isEqualTo(1);
    assertThat(done.failed()).isEqualTo(1);
    assertThat(done.problems()).singleElement().asString().contains("events.jsonl");
  }

  @Test
  void shouldGroupByStageAndCauseAndCountWhatCameBack() throws Exception {
    write(TOPICS.messages().name(), 0, 1, Cause.TOO_OLD, new byte[] {1});
    write(TOPICS.messages().name(), 0, 2, Cause.TOO_OLD, new byte[] {2});
    write(TOPICS.messages().name(), 0, 3, Cause.TOO_LARGE, new byte[] {3});
    var unused = desk.redrive(new LetterChoice("too-old", null));
    for (ConsumerRecord<byte[], byte[]> sent : read(TOPICS.messages().name()).subList(0, 1)) {
      failAgain(sent);
    }

    List<LetterGroup> groups = desk.groups();

    assertThat(groups.get(0).cause()).isEqualTo("too-old");
    assertThat(groups.get(0).count()).isEqualTo(3);
    assertThat(groups.get(0).redriven()).isEqualTo(2);
    assertThat(groups.get(0).cameBack()).isEqualTo(1);
    assertThat(groups.get(1).stage()).isEqualTo(Nodes.INGEST);
  }

  @Test
  void shouldShowTheEventWhereTheBytesAreOne() throws Exception {
    MessageEvent message =
        MessageEvent.newBuilder()
            .setMessageId("m1")
            .setAuthorId("ada")
            .setChannelId("c")
            .setGuildId("g")
            .setContent("hello")
            .setSentAt(Instant.ofEpochMilli(5))
            .build();
    byte[] value =
        AvroSerde.of(MessageEvent.class, registry, "s").serializer().serialize("", message);
    write(TOPICS.messages().name(), 0, 1, Cause.TOO_OLD, value);

    ShownLetter shown = desk.show(desk.list(null, 0, 1).get(0).place());

    assertThat(shown.key()).isEqualTo("ada");
    assertThat(String.valueOf(shown.event())).contains("\"message_id\":\"m1\"");
    assertThat(shown.headers()).containsEntry("trace", "t-1");
    assertThatThrownBy(() -> desk.show(new LetterPlace(0, 999)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void shouldListTheNewestFirst() throws Exception {
    for (int i = 0; i < 5; i++) {
      write(TOPICS.messages().name(), 0, i, Cause.TOO_OLD, new byte[] {1});
      Thread.sleep(3);
    }

    assertThat(desk.list(null, 1, 2)).extracting(Letter::sourceOffset).containsExactly(3L, 2L);
  }

  private void write(String topic, int partition, long offset, Cause cause, byte[] value)
      throws Exception {
    Origin origin = new Origin(topic, partition, offset, 1_000, bytes("ada"), value);
    RecordHeaders headers = new RecordHeaders();
    headers.add("trace", bytes("t-1"));
    new DeadLetter(origin, Nodes.INGEST, cause, "found this", null).describeIn(headers);
    var unused =
        producer
            .send(
                new ProducerRecord<>(
                    TOPICS.deadLetters(), (int) (offset % 2), bytes("ada"), value, headers))
            .get();
  }

  /** What ingest does to a record that it still cannot take: other headers stay. */
  private void failAgain(ConsumerRecord<byte[], byte[]> sent) throws Exception {
    RecordHeaders headers = new RecordHeaders(sent.headers().toArray());
    Origin origin =
        new Origin(sent.topic(), sent.partition(), sent.offset(), 1, sent.key(), sent.value());
    new DeadLetter(origin, Nodes.INGEST, Cause.TOO_OLD, "still", null).describeIn(headers);
    var unused =
        producer
            .send(new ProducerRecord<>(TOPICS.deadLetters(), 0, sent.key(), sent.value(), headers))
            .get();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrap(), "isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(20)).forEach(records::add);
      }
    }
    return records;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
