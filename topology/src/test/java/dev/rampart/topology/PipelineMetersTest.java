package dev.rampart.topology;

import static dev.rampart.topology.TestPipeline.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.topology.classify.ControlledScorer;
import io.micrometer.core.instrument.Meter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted on the way of an event. */
class PipelineMetersTest {
  private static final String LONG_TEXT = "a text of more than twenty characters";

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
  void shouldCountDecisionsByEventWithTheirLatency() {
    Instant recorded = Instant.now().minusSeconds(3);
    pipeline.sendAt(recorded, message("m1", "ada", "hello").build());

    assertThat(count("rampart.decisions", "event", "message")).isEqualTo(1);
    assertThat(count("rampart.decisions", "event", "user")).isZero();
    assertThat(pipeline.meters.get("rampart.decision.latency").timer().count()).isEqualTo(1);
    assertThat(pipeline.meters.get("rampart.decision.latency").timer().totalTime(TimeUnit.SECONDS))
        .isBetween(2.9, 60.0);
  }

  @Test
  void shouldCountActionsByPolicyKindAndMode() {
    pipeline.send(message("m1", "ada", LONG_TEXT).build());

    assertThat(count("rampart.actions", "policy", "length", "kind", "remove", "mode", "live"))
        .isEqualTo(1);
    assertThat(count("rampart.actions", "policy", "shadowed", "kind", "mute", "mode", "shadow"))
        .isEqualTo(1);
  }

  @Test
  void shouldCountWhatIsTakenBackApartFromWhatIsDone() {
    pipeline.send(message("m1", "ada", LONG_TEXT).build());
    UUID action = pipeline.messageActions().get(0).value().getActionId();
    pipeline.send(
        Feedback.newBuilder()
            .setFeedbackId("f1")
            .setActionId(action)
            .setSubjectId("ada")
            .setOutcome(FeedbackOutcome.OVERTURNED)
            .setReviewer("eve")
            .setDecidedAt(TestPipeline.NOON.plusSeconds(60))
            .build());

    assertThat(count("rampart.actions", "policy", "length", "kind", "remove", "mode", "live"))
        .isEqualTo(1);
    assertThat(count("rampart.reversals", "policy", "length", "kind", "remove")).isEqualTo(1);
    assertThat(count("rampart.verdicts", "policy", "length", "outcome", "overturned")).isEqualTo(1);
  }

  @Test
  void shouldCountDeadLettersByStageAndCause() {
    assertThat(count("rampart.dead.letters", "stage", "ledger", "cause", "unknown-action"))
        .isZero();
    pipeline.sendBytes(pipeline.topics.messages().name(), "ada", new byte[] {1});
    assertThat(count("rampart.dead.letters", "stage", "ingest", "cause", "unreadable-bytes"))
        .isEqualTo(1);
  }

  @Test
  void shouldShowRestraintsAndHotEntitiesFromTheStart() {
    assertThat(pipeline.meters.get("rampart.restraints").tag("kind", "kill-switch").gauge().value())
        .isZero();
    assertThat(pipeline.meters.get("rampart.entities.hot").gauge().value()).isZero();
    assertThat(pipeline.meters.get("rampart.rule.failures").gauge().value()).isZero();
  }

  @Test
  void shouldDescribeEveryMeter() {
    pipeline.send(message("m1", "ada", LONG_TEXT).build());
    assertThat(pipeline.meters.getMeters())
        .extracting(Meter::getId)
        .filteredOn(id -> !id.getName().endsWith(".histogram"))
        .allSatisfy(id -> assertThat(id.getDescription()).as(id.getName()).isNotBlank());
  }

  private double count(String name, String... tags) {
    return pipeline.meters.get(name).tags(tags).counter().count();
  }
}
