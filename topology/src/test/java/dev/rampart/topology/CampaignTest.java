package dev.rampart.topology;

import static dev.rampart.topology.TestPipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.classify.ControlledScorer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns that no single account shows, on the whole topology with the shipped catalogue. */
class CampaignTest {
  private static final String TEXT = "try this new little game with me tonight";
  private static final String POLICY =
      """
      policy: copies
      version: 1
      description: One text from several accounts.
      state: live
      events: [message, finding]
      rules:
        - id: copies
          when: features.content_authors_1h >= 4.0
          actions:
            - {kind: remove, subject: message, notice: copies.removed}
        - id: joins
          events: [user, finding]
          when: features.guild_new_joins_10m >= 5.0
          actions:
            - {kind: quarantine, subject: user, duration: PT1H, notice: raid.joined}
      """;

  @TempDir private Path folder;
  private TestPipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new TestPipeline(folder, new ControlledScorer(true), POLICY);
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  @Test
  void shouldActOnEveryCopyOfACampaignOnceTheEarlierOnesToo() {
    for (int i = 0; i < 8; i++) {
      signUp("a" + i);
      pipeline.send(
          TestPipeline.message("m" + i, "a" + i, TEXT + " " + i)
              .setSentAt(NOON.plusSeconds(i))
              .build());
    }

    assertThat(removed()).containsExactlyInAnyOrder("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7");
    List<Decision> decisions = pipeline.decisions();
    assertThat(decisions)
        .filteredOn(decision -> decision.getEventType() == EventType.FINDING)
        .extracting(Decision::getAbout)
        .containsExactlyInAnyOrder("m0", "m1", "m2", "m3");
    assertThat(decisions)
        .extracting(Decision::getEventId)
        .doesNotHaveDuplicates()
        .hasSize(8 + 8 + 4);
  }

  @Test
  void shouldLetOneAccountRepeatItself() {
    signUp("ada");
    for (int i = 0; i < 8; i++) {
      pipeline.send(
          TestPipeline.message("m" + i, "ada", TEXT).setSentAt(NOON.plusSeconds(i)).build());
    }

    assertThat(removed()).isEmpty();
  }

  @Test
  void shouldNotCountARepeatedEvent() {
    for (int i = 0; i < 3; i++) {
      signUp("a" + i);
      for (int time = 0; time < 4; time++) {
        pipeline.send(TestPipeline.message("m" + i, "a" + i, TEXT).build());
      }
    }

    assertThat(removed()).isEmpty();
  }

  @Test
  void shouldActOnThoseWhoGatheredBeforeTheRaidWasSeen() {
    for (int i = 0; i < 7; i++) {
      signUp("a" + i);
      pipeline.send(user("j" + i, "a" + i, UserEventKind.JOIN_GUILD).setGuildId("g").build());
    }

    assertThat(pipeline.userActions())
        .extracting(TestRecord::key)
        .containsExactlyInAnyOrder("a0", "a1", "a2", "a3", "a4", "a5", "a6");
  }

  private List<String> removed() {
    return pipeline.messageActions().stream()
        .map(TestRecord::value)
        .filter(action -> action.getKind() == ActionKind.REMOVE)
        .filter(action -> action.getPolicy().equals("copies"))
        .map(EnforcementAction::getSubjectId)
        .toList();
  }

  private void signUp(String account) {
    pipeline.send(user("s-" + account, account, UserEventKind.SIGN_UP).build());
  }

  private static UserEvent.Builder user(String id, String account, UserEventKind kind) {
    return UserEvent.newBuilder()
        .setEventId(id)
        .setUserId(account)
        .setKind(kind)
        .setAccountCreatedAt(NOON.minus(Duration.ofHours(5)))
        .setOccurredAt(NOON);
  }
}
