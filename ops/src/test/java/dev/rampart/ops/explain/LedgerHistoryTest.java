package dev.rampart.ops.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.explain.LedgerStory.LedgerStanding;
import dev.rampart.ops.inspect.LedgerRecord;
import dev.rampart.ops.inspect.LedgerRecord.ActionEntry;
import dev.rampart.ops.inspect.LedgerRecord.StrikeEntry;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.Reason;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.schemas.SubjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerHistoryTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static StrikeEntry strike(String event, Instant at, Duration kept) {
    return new StrikeEntry(event, "spam", "rule", 1, at, at.plus(kept), true);
  }

  private static ActionEntry action(String event, Instant at) {
    return new ActionEntry(
        UUID.randomUUID(),
        event,
        "spam",
        1,
        "rule",
        PolicyMode.LIVE,
        SubjectType.USER,
        "ada",
        ActionKind.MUTE,
        at);
  }

  private static LedgerHistory history(List<StrikeEntry> strikes, List<ActionEntry> actions) {
    return new LedgerHistory(new LedgerRecord(0, 0, strikes, List.of(), actions, List.of()));
  }

  private static Decision decision(EnforcementAction... actions) {
    return Decision.newBuilder()
        .setEventId("m2")
        .setEventType(EventType.MESSAGE)
        .setAuthorId("ada")
        .setDecidedAt(NOON)
        .setEventTime(NOON)
        .setCatalogueVersion("1")
        .setActions(List.of(actions))
        .setSource(new SourcePosition("messages", 0, 0L))
        .build();
  }

  @Test
  void shouldTakeOffWhatTheEventItselfAdded() {
    LedgerHistory history =
        history(
            List.of(
                strike("m1", NOON.minusSeconds(60), Duration.ofDays(1)),
                strike("m2", NOON, Duration.ofDays(1)),
                strike("m3", NOON.plusSeconds(60), Duration.ofDays(1))),
            List.of(action("m1", NOON.minusSeconds(60)), action("m2", NOON)));

    assertThat(history.around(decision()))
        .isEqualTo(new LedgerStory(new LedgerStanding(1, 1), new LedgerStanding(2, 2), "ledger"));
  }

  @Test
  void shouldLeaveOutWhatHadExpiredByThen() {
    LedgerHistory history =
        history(
            List.of(strike("m1", NOON.minusSeconds(7200), Duration.ofHours(1))),
            List.of(action("m0", NOON.minus(Duration.ofDays(31)))));

    assertThat(history.around(decision()).before()).isEqualTo(new LedgerStanding(0, 0));
  }

  @Test
  void shouldBelieveWhatTheDecisionRecorded() {
    EnforcementAction mute =
        EnforcementAction.newBuilder()
            .setActionId(UUID.randomUUID())
            .setEventId("m2")
            .setSubjectType(SubjectType.USER)
            .setSubjectId("ada")
            .setAccountId("ada")
            .setKind(ActionKind.MUTE)
            .setPolicy("spam")
            .setPolicyVersion(1)
            .setRule("rule")
            .setMode(PolicyMode.LIVE)
            .setIssuedAt(NOON)
            .setReasons(
                List.of(Reason.newBuilder().setName("account.strikes").setValue("3.5").build()))
            .build();
    LedgerHistory history =
        history(List.of(strike("m2", NOON, Duration.ofDays(1))), List.of(action("m2", NOON)));

    assertThat(history.around(decision(mute)))
        .isEqualTo(
            new LedgerStory(new LedgerStanding(3.5, 0), new LedgerStanding(4.5, 1), "decision"));
  }
}
