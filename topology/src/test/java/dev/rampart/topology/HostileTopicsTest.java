package dev.rampart.topology;

import static dev.rampart.topology.TestPipeline.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.Decision;
import dev.rampart.topology.classify.ControlledScorer;
import dev.rampart.topology.deadletters.DeadLetter;
import dev.rampart.topology.event.HeaderSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever somebody writes to a topic that the pipeline reads, its own ones among them, the next
 * good message is decided.
 */
class HostileTopicsTest {
  private static final int TRIES = 600;

  @TempDir private Path folder;
  private TestPipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new TestPipeline(folder, new ControlledScorer(true));
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void shouldGoOnAfterAnyBytesOnAnyTopic() {
    Random random = new Random(12);
    for (String topic :
        List.of(
            pipeline.topics.messages().name(),
            pipeline.topics.users().name(),
            pipeline.topics.feedback().name(),
            pipeline.topics.findings().name(),
            pipeline.topics.sightings(),
            pipeline.topics.control().name(),
            pipeline.topics.policies().name())) {
      for (int i = 0; i < TRIES; i++) {
        pipeline.sendBytes(topic, KEYS.get(i % KEYS.size()), bytes(random, i));
      }
    }
    assertDecides("after");
  }

  private static final List<String> KEYS =
      List.of(
          "ada",
          "",
          "/",
          "HOT_ENTITY/",
          "HOT_ENTITY/content:",
          "HOT_ENTITY/domain:a.example",
          "KILL_SWITCH/policy:*",
          "SNOOZE/user:",
          "spam/1",
          "length/\uFFFF");

  /** Every third time the beginning of what could be an Avro record of a known contract. */
  private static byte[] bytes(Random random, int i) {
    byte[] bytes = new byte[random.nextInt(120)];
    random.nextBytes(bytes);
    byte[] front =
        i % 3 == 0 ? new byte[] {0, 0, 0, 0, (byte) (1 + random.nextInt(12))} : new byte[] {1};
    System.arraycopy(front, 0, bytes, 0, i % 3 == 2 ? 0 : Math.min(front.length, bytes.length));
    return bytes;
  }

  @Test
  void shouldGoOnAfterSightingsOfAnyTimeAndKey() {
    Random random = new Random(13);
    for (int i = 0; i < TRIES; i++) {
      byte[] page = new byte[40];
      random.nextBytes(page);
      page[0] = 1;
      page[1] = (byte) random.nextInt(10);
      page[2] = 3;
      Arrays.fill(page, 6, 14, (byte) (i % 2 == 0 ? 1 : 0x80 | random.nextInt()));
      pipeline.sendBytes(pipeline.topics.sightings(), "no number", page);
    }
    assertDecides("after");
  }

  /** A megabyte of a compressed batch can hold it; Kafka takes no letter as large. */
  @Test
  void shouldKeepTheBeginningOfARecordThatNoLetterCanHold() {
    byte[] unpacked = new byte[64 << 20];
    pipeline.sendBytes(pipeline.topics.messages().name(), "ada", unpacked);

    ProducerRecord<byte[], byte[]> letter = pipeline.deadLetters().get(0);

    assertThat(letter.value()).hasSize(1 << 20);
    assertThat(header(letter, DeadLetter.CUT_FROM)).isEqualTo(Integer.toString(unpacked.length));
    assertThat(header(letter, DeadLetter.CAUSE)).isEqualTo("too-large");
    assertDecides("after");
  }

  @Test
  void shouldKeepFourMegabytesWhole() {
    byte[] large = new byte[4 << 20];
    pipeline.sendBytes(pipeline.topics.messages().name(), "ada", large);

    assertThat(pipeline.deadLetters().get(0).value()).isEqualTo(large);
  }

  /** Decision, actions and findings would each carry them on. */
  @Test
  void shouldRefuseHeadersThatAreTooLarge() {
    Headers headers = new RecordHeaders().add("trace", new byte[HeaderSize.MOST]);
    pipeline.sendWith(headers, message("m1", "ada", "hello").build());

    ProducerRecord<byte[], byte[]> letter = pipeline.deadLetters().get(0);

    assertThat(header(letter, DeadLetter.CAUSE)).isEqualTo("too-large");
    assertThat(letter.headers().lastHeader("trace")).isNull();
    assertThat(pipeline.decisions()).isEmpty();
  }

  @Test
  void shouldGiveARecordWithoutATimeThatOfTheOneBefore() {
    RecordTime time = new RecordTime();

    assertThat(time.extract(at(-1), 7)).isEqualTo(7);
    assertThat(time.extract(at(-1), -1)).isZero();
    assertThat(time.extract(at(9), 7)).isEqualTo(9);
  }

  private static ConsumerRecord<Object, Object> at(long time) {
    return new ConsumerRecord<>(
        "t",
        0,
        0,
        time,
        TimestampType.CREATE_TIME,
        0,
        0,
        "k",
        "v",
        new RecordHeaders(),
        Optional.empty());
  }

  private void assertDecides(String id) {
    pipeline.decisions();
    pipeline.send(message(id, "bob", "hello").build());
    assertThat(pipeline.decisions()).extracting(Decision::getEventId).containsExactly(id);
  }

  private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
