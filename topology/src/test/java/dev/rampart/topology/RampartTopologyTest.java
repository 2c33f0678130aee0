package dev.rampart.topology;

import static dev.rampart.topology.TestPipeline.NOON;
import static dev.rampart.topology.TestPipeline.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.policy.ActionIds;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.ReviewItem;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.classify.ControlledScorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RampartTopologyTest {
  private static final String LONG_TEXT = "x".repeat(25);
  private static final String VERY_LONG_TEXT = "x".repeat(45);

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
  void shouldDecideEveryEventOnceWithFeaturesScoresAndVersions() {
    pipeline.send(message("m1", "ada", "hello").build());
    pipeline.send(message("m2", "ada", "again").setSentAt(NOON.plusSeconds(5)).build());

    List<Decision> decisions = pipeline.decisions();

    assertThat(decisions).extracting(Decision::getEventId).containsExactly("m1", "m2");
    Decision second = decisions.get(1);
    assertThat(second.getEventType()).isEqualTo(EventType.MESSAGE);
    assertThat(second.getAuthorId()).isEqualTo("ada");
    assertThat(second.getEventTime()).isEqualTo(NOON.plusSeconds(5));
    assertThat(second.getFeatures()).contains(2.0);
    assertThat(second.getScores()).hasSize(1);
    assertThat(second.getScores().get(0).getModel()).isEqualTo("length");
    assertThat(second.getScores().get(0).getLabels()).containsEntry("characters", 5f);
    assertThat(second.getPolicyVersions()).containsEntry("length", 3).containsEntry("shadowed", 1);
    assertThat(second.getSource().getOffset()).isEqualTo(1);
  }

  @Test
  void shouldDropARepeatedEventIdAndCountIt() {
    pipeline.send(message("m1", "ada", "hello").build());
    pipeline.send(message("m1", "ada", "hello").build());

    assertThat(pipeline.decisions()).hasSize(1);
    assertThat(pipeline.deadLetters()).isEmpty();
    assertThat(pipeline.meters.get("rampart.duplicates.dropped").counter().count()).isEqualTo(1);
  }

  @Test
  void shouldDecideUserEventsWithoutAskingAModel() {
    pipeline.send(
        UserEvent.newBuilder()
            .setEventId("u1")
            .setUserId("ada")
            .setKind(UserEventKind.SIGN_UP)
            .setOccurredAt(NOON)
            .build());

    Decision decision = pipeline.decisions().get(0);
    assertThat(decision.getEventType()).isEqualTo(EventType.USER);
    assertThat(decision.getScores()).isEmpty();
  }

  @Test
  void shouldSendMessageActionsKeyedByMessage() {
    pipeline.send(message("m1", "ada", LONG_TEXT).build());

    List<TestRecord<String, EnforcementAction>> sent = pipeline.messageActions();

    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).key()).isEqualTo("m1");
    EnforcementAction action = sent.get(0).value();
    assertThat(action.getKind()).isEqualTo(ActionKind.REMOVE);
    assertThat(action.getAccountId()).isEqualTo("ada");
    assertThat(action.getPolicyVersion()).isEqualTo(3);
    assertThat(action.getNoticeKey()).isEqualTo("length.removed");
    assertThat(action.getIssuedAt()).isEqualTo(NOON);
    assertThat(action.getActionId())
        .isEqualTo(ActionIds.actionId("m1", "length", "too-long", ActionKind.REMOVE, "m1"));
    assertThat(action.getReasons())
        .anySatisfy(
            reason -> {
              assertThat(reason.getName()).isEqualTo("scores.length.characters");
              assertThat(reason.getThreshold()).isEqualTo(20.0);
            });
    assertThat(pipeline.userActions()).isEmpty();
  }

  @Test
  void shouldSendUserActionsKeyedByUserAndReviewsToPeople() {
    pipeline.send(message("m1", "ada", VERY_LONG_TEXT).build());

    assertThat(pipeline.userActions())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.key()).isEqualTo("ada");
              assertThat(sent.value().getKind()).isEqualTo(ActionKind.TIME_OUT);
              assertThat(sent.value().getExpiresAt()).isEqualTo(NOON.plus(Duration.ofHours(1)));
            });
    assertThat(pipeline.decisions().get(0).getMatchedRules()).hasSize(3);
  }

  @Test
  void shouldKeepShadowActionsOffTheActionTopics() {
    pipeline.send(message("m1", "ada", "hi").build());

    assertThat(pipeline.decisions().get(0).getActions())
        .singleElement()
        .satisfies(
            action -> {
              assertThat(action.getMode()).isEqualTo(PolicyMode.SHADOW);
              assertThat(action.getKind()).isEqualTo(ActionKind.MUTE);
            });
    assertThat(pipeline.userActions()).isEmpty();
    assertThat(pipeline.messageActions()).isEmpty();
  }

  @Test
  void shouldTakeAnActionBackWhenFeedbackOverturnsIt() {
    pipeline.send(message("m1", "ada", LONG_TEXT).build());
    EnforcementAction removed = pipeline.messageActions().get(0).value();

    pipeline.send(overturn("f1", removed.getActionId(), "ada"));

    EnforcementAction reversal = pipeline.messageActions().get(0).value();
    assertThat(reversal.getReverses()).isEqualTo(removed.getActionId());
    assertThat(reversal.getSubjectId()).isEqualTo("m1");
    assertThat(reversal.getKind()).isEqualTo(ActionKind.REMOVE);
    assertThat(pipeline.decisions())
        .extracting(Decision::getEventType)
        .containsExactly(EventType.MESSAGE, EventType.FEEDBACK);
  }

  @Test
  void shouldMakeADeadLetterOfFeedbackOnAnUnknownAction() {
    pipeline.send(overturn("f1", UUID.randomUUID(), "ada"));

    assertThat(pipeline.deadLetters()).hasSize(1);
    assertThat(pipeline.decisions()).isEmpty();
  }

  @Test
  void shouldSendReviewItemsThatNameTheQueue() {
    pipeline.send(message("m1", "ada", VERY_LONG_TEXT).build());

    List<ReviewItem> items = pipeline.reviews().stream().map(TestRecord::value).toList();
    assertThat(items).hasSizeLessThanOrEqualTo(1);
    items.forEach(item -> assertThat(item.getQueue()).isEqualTo("length"));
  }

  @Test
  void shouldKeepTheShapeThatItsStateDependsOn() throws Exception {
    Path file =
        Path.of(System.getProperty("rampart.root"), "topology/src/test/resources/topology.txt");
    String shape = pipeline.topology.describe().toString();
    if (Boolean.getBoolean("rampart.topology.write")) {
      Files.writeString(file, shape.strip() + "\n");
    }
    String expected = Files.readString(file);
    assertThat(shape)
        .as("a renamed store loses its state: change topology.txt only on purpose")
        .isEqualToIgnoringWhitespace(expected);
  }

  private static Feedback overturn(String id, UUID action, String account) {
    return Feedback.newBuilder()
        .setFeedbackId(id)
        .setActionId(action)
        .setSubjectId(account)
        .setOutcome(FeedbackOutcome.OVERTURNED)
        .setDecidedAt(NOON.plusSeconds(60))
        .build();
  }
}
