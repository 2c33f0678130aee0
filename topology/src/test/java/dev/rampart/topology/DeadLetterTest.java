package dev.rampart.topology;

import static dev.rampart.topology.TestPipeline.NOON;
import static dev.rampart.topology.TestPipeline.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.classify.ControlledScorer;
import dev.rampart.topology.deadletters.Cause;
import dev.rampart.topology.deadletters.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every input that cannot be processed ends as one dead letter and disturbs nothing else. */
class DeadLetterTest {
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
  void shouldRefuseBytesThatAreNotTheWireFormat() {
    byte[] garbage = "no avro".getBytes(StandardCharsets.UTF_8);
    pipeline.sendBytes(pipeline.topics.messages().name(), "ada", garbage);

    ProducerRecord<byte[], byte[]> letter = expectOne(Cause.UNREADABLE_BYTES);
    assertThat(letter.value()).isEqualTo(garbage);
    assertThat(letter.key()).isEqualTo("ada".getBytes(StandardCharsets.UTF_8));
    assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo(pipeline.topics.messages().name());
    assertThat(header(letter, DeadLetter.OFFSET)).isEqualTo("0");
    assertThat(header(letter, DeadLetter.STAGE)).isEqualTo("ingest");
  }

  @Test
  void shouldRefuseARecordWithoutAValue() {
    pipeline.sendBytes(pipeline.topics.messages().name(), "ada", null);
    expectOne(Cause.UNREADABLE_BYTES);
  }

  @Test
  void shouldRefuseAKeyThatIsNotTheAuthor() {
    pipeline.send(pipeline.topics.messages(), "eve", message("m1", "ada", "hello").build());
    expectOne(Cause.KEY_MISMATCH);
  }

  @Test
  void shouldRefuseAnEmptyId() {
    pipeline.send(message("", "ada", "hello").build());
    expectOne(Cause.INVALID_FIELD);
  }

  @Test
  void shouldRefuseATextOverTheLimit() {
    pipeline.send(message("m1", "ada", "x".repeat(40_000)).build());
    assertThat(header(expectOne(Cause.TOO_LARGE), DeadLetter.DETAIL))
        .contains("40000 characters")
        .contains("allowed are 10000");
  }

  @Test
  void shouldRefuseARecordOverTheLimitBeforeReadingIt() {
    pipeline.sendBytes(pipeline.topics.messages().name(), "ada", new byte[2 << 20]);
    expectOne(Cause.TOO_LARGE);
  }

  @Test
  void shouldRefuseTooManyMentions() {
    pipeline.send(
        message("m1", "ada", "hi").setMentions(Collections.nCopies(1_001, "bob")).build());
    expectOne(Cause.TOO_LARGE);
  }

  @Test
  void shouldRefuseATimeInTheFarFuture() {
    pipeline.send(
        message("m1", "ada", "hello").setSentAt(NOON.plus(Duration.ofDays(3650))).build());
    expectOne(Cause.IN_THE_FUTURE);
  }

  @Test
  void shouldRefuseATimeBefore1970() {
    pipeline.send(message("m1", "ada", "hello").setSentAt(Instant.ofEpochMilli(-1)).build());
    expectOne(Cause.INVALID_FIELD);
  }

  @Test
  void shouldAdmitATimeWithinTheClockSkew() {
    pipeline.send(message("m1", "ada", "hello").setSentAt(NOON.plusSeconds(299)).build());
    assertThat(pipeline.deadLetters()).isEmpty();
    assertThat(pipeline.decisions()).hasSize(1);
  }

  @Test
  void shouldRefuseFeedbackThatJudgesNothing() {
    pipeline.send(
        Feedback.newBuilder()
            .setFeedbackId("f1")
            .setSubjectId("ada")
            .setOutcome(FeedbackOutcome.UPHELD)
            .setDecidedAt(NOON)
            .build());
    expectOne(Cause.INVALID_FIELD);
  }

  private ProducerRecord<byte[], byte[]> expectOne(Cause cause) {
    MessageEvent neighbour = message("neighbour", "bob", "hello").build();
    pipeline.send(neighbour);
    assertThat(pipeline.decisions()).extracting(Decision::getEventId).containsExactly("neighbour");
    var letters = pipeline.deadLetters();
    assertThat(letters).hasSize(1);
    assertThat(header(letters.get(0), DeadLetter.CAUSE)).isEqualTo(cause.spelling());
    return letters.get(0);
  }

  private static String header(ProducerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
