package dev.rampart.actions.ledger;

import static dev.rampart.actions.event.FakeEvent.NOON;
import static dev.rampart.actions.ledger.Intents.HOUR;
import static dev.rampart.actions.ledger.Intents.LADDER;
import static dev.rampart.actions.ledger.Intents.onMessage;
import static dev.rampart.actions.ledger.Intents.onUser;
import static dev.rampart.actions.ledger.Intents.shadow;
import static dev.rampart.actions.ledger.Intents.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.event.Standing;
import dev.rampart.actions.policy.ActionIds;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.Escalation;
import dev.rampart.schemas.ActionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountLedgerTest {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final AccountLedger ledger = AccountLedger.decode(null);

  private static List<ActionKind> kinds(List<DecidedAction> actions) {
    return actions.stream().map(DecidedAction::kind).toList();
  }

  private static ActionIntent hate(String message) {
    return with(onMessage("hate", ActionKind.REMOVE, message, 1), LADDER);
  }

  @Test
  void shouldCarryEverythingThatAnEnforcementActionSays() {
    List<DecidedAction> decided =
        ledger.apply(List.of(onUser("flood", ActionKind.TIME_OUT, HOUR)), "m-1", NOON);

    assertThat(decided)
        .singleElement()
        .satisfies(
            action -> {
              assertThat(action.actionId())
                  .isEqualTo(
                      ActionIds.actionId("m-1", "test", "flood", ActionKind.TIME_OUT, "u-1"));
              assertThat(action.issuedAt()).isEqualTo(Instant.ofEpochMilli(NOON));
              assertThat(action.expiresAt()).isEqualTo(Instant.ofEpochMilli(NOON).plus(HOUR));
              assertThat(action.parameters()).isEqualTo(Map.of("duration", "PT1H"));
              assertThat(action.noticeKey()).isEqualTo("test.flood");
              assertThat(action.reverses()).isNull();
            });
  }

  @Test
  void shouldLetTheMostSevereActionWinForEachSubject() {
    List<DecidedAction> decided =
        ledger.apply(
            List.of(
                onMessage("toxic", ActionKind.LABEL, "m-1", 0),
                onMessage("hate", ActionKind.REMOVE, "m-1", 0),
                onUser("toxic", ActionKind.WARN, null),
                onMessage("maybe", ActionKind.REVIEW, "m-1", 0)),
            "m-1",
            NOON);

    assertThat(kinds(decided)).containsExactly(ActionKind.REMOVE, ActionKind.WARN);
  }

  @Test
  void shouldKeepAllThatTheWinningRuleAsksOfASubject() {
    List<DecidedAction> decided =
        ledger.apply(
            List.of(
                onMessage("a", ActionKind.LABEL, "m-1", 0),
                onMessage("b", ActionKind.REVIEW, "m-1", 0),
                onMessage("b", ActionKind.HIDE, "m-1", 0)),
            "m-1",
            NOON);

    assertThat(kinds(decided)).containsExactly(ActionKind.REVIEW, ActionKind.HIDE);
  }

  @Test
  void shouldPreferTheLongerDurationAndThenTheFirstRule() {
    List<DecidedAction> decided =
        ledger.apply(
            List.of(
                onUser("short", ActionKind.MUTE, HOUR),
                onUser("forever", ActionKind.MUTE, null),
                onUser("also-forever", ActionKind.MUTE, null)),
            "m-1",
            NOON);

    assertThat(decided).extracting(action -> action.match().rule()).containsExactly("forever");
  }

  @Test
  void shouldCountStrikesUntilTheyExpire() {
    ledger.apply(List.of(hate("m-1")), "m-1", NOON);
    ledger.apply(List.of(hate("m-2")), "m-2", NOON + DAY);

    assertThat(ledger.standingAt(NOON - 1)).isEqualTo(Standing.CLEAN);
    assertThat(ledger.standingAt(NOON)).isEqualTo(Standing.of(1, 1));
    assertThat(ledger.standingAt(NOON + DAY)).isEqualTo(Standing.of(2, 2));
    assertThat(ledger.standingAt(NOON + 30 * DAY - 1)).isEqualTo(Standing.of(2, 2));
    assertThat(ledger.standingAt(NOON + 30 * DAY)).isEqualTo(Standing.of(1, 1));
    assertThat(ledger.standingAt(NOON + 31 * DAY)).isEqualTo(Standing.CLEAN);
  }

  @Test
  void shouldGiveTheStrikesOfARuleOnceForAnEvent() {
    ActionIntent message = hate("m-1");
    ActionIntent warning =
        with(
            Intents.intent(
                "hate",
                message.match().mode(),
                dev.rampart.schemas.SubjectType.USER,
                "u-1",
                ActionKind.WARN,
                1,
                null),
            LADDER);

    ledger.apply(List.of(message, warning), "m-1", NOON);

    assertThat(ledger.standingAt(NOON)).isEqualTo(Standing.of(1, 2));
  }

  @Test
  void shouldClimbTheLadder() {
    assertThat(kinds(ledger.apply(List.of(hate("m-1")), "m-1", NOON)))
        .containsExactly(ActionKind.REMOVE);
    ledger.apply(List.of(hate("m-2")), "m-2", NOON);

    List<DecidedAction> third = ledger.apply(List.of(hate("m-3")), "m-3", NOON);
    assertThat(kinds(third)).containsExactly(ActionKind.REMOVE, ActionKind.TIME_OUT);
    assertThat(third.get(1).actionId())
        .isEqualTo(ActionIds.actionId("m-3", "test", "hate", ActionKind.TIME_OUT, "u-1"));
    assertThat(third.get(1).parameters()).isEqualTo(Map.of("duration", "PT1H"));

    ledger.apply(List.of(hate("m-4")), "m-4", NOON);
    assertThat(kinds(ledger.apply(List.of(hate("m-5")), "m-5", NOON)))
        .containsExactly(ActionKind.REMOVE, ActionKind.BAN);
  }

  @Test
  void shouldLetAStepTakeThePlaceOfMilderActionsOnly() {
    ledger.apply(List.of(hate("m-1")), "m-1", NOON);
    ledger.apply(List.of(hate("m-2")), "m-2", NOON);
    ActionIntent warning = onUser("rude", ActionKind.WARN, null);
    ActionIntent suspension = onUser("raid", ActionKind.SUSPEND, Duration.ofDays(7));

    AccountLedger same = AccountLedger.decode(ledger.encode());
    assertThat(kinds(ledger.apply(List.of(hate("m-3"), warning), "m-3", NOON)))
        .containsExactly(ActionKind.REMOVE, ActionKind.TIME_OUT);
    assertThat(kinds(same.apply(List.of(hate("m-3"), suspension), "m-3", NOON)))
        .containsExactly(ActionKind.REMOVE, ActionKind.SUSPEND);
  }

  @Test
  void shouldSpareTheAccountButNotTheMessagesDuringACooldown() {
    Escalation cooling = new Escalation(LADDER.strikesExpire(), List.of(), Duration.ofMinutes(10));
    ActionIntent warning = with(onUser("hate", ActionKind.WARN, null), cooling);

    apply(cooling, warning, "m-1", NOON);
    assertThat(kinds(apply(cooling, warning, "m-2", NOON + 9 * MINUTE)))
        .containsExactly(ActionKind.REMOVE);
    assertThat(ledger.standingAt(NOON + 9 * MINUTE).strikes()).isEqualTo(1);
    assertThat(kinds(apply(cooling, warning, "m-3", NOON + 10 * MINUTE)))
        .containsExactly(ActionKind.REMOVE, ActionKind.WARN);
    assertThat(ledger.standingAt(NOON + 10 * MINUTE).strikes()).isEqualTo(2);
  }

  private List<DecidedAction> apply(
      Escalation escalation, ActionIntent warning, String message, long time) {
    ActionIntent removal = with(onMessage("hate", ActionKind.REMOVE, message, 1), escalation);
    return ledger.apply(List.of(removal, warning), message, time);
  }

  @Test
  void shouldDecideShadowPoliciesBesideTheLiveOnesWithoutATrace() {
    ledger.apply(List.of(hate("m-1")), "m-1", NOON);
    ledger.apply(List.of(hate("m-2")), "m-2", NOON);
    byte[] before = ledger.encode();

    List<DecidedAction> decided = ledger.apply(List.of(shadow(hate("m-3"))), "m-3", NOON);

    assertThat(kinds(decided)).containsExactly(ActionKind.REMOVE, ActionKind.TIME_OUT);
    assertThat(ledger.encode()).isEqualTo(before);
  }

  @Test
  void shouldNotLetAShadowPolicyWinOverALiveOne() {
    List<DecidedAction> decided =
        ledger.apply(
            List.of(
                shadow(onMessage("ban-it", ActionKind.REMOVE, "m-1", 0)),
                onMessage("toxic", ActionKind.LABEL, "m-1", 0)),
            "m-1",
            NOON);

    assertThat(decided)
        .extracting(action -> action.match().policy())
        .containsExactly("test", "shadow");
  }

  @Test
  void shouldTakeBackAnActionWithItsStrike() {
    DecidedAction removal = ledger.apply(List.of(hate("m-1")), "m-1", NOON).get(0);

    DecidedAction reversal = ledger.overturn(removal.actionId(), "f-1", NOON + DAY).orElseThrow();

    assertThat(reversal.reverses()).isEqualTo(removal.actionId());
    assertThat(reversal.kind()).isEqualTo(ActionKind.REMOVE);
    assertThat(reversal.subjectId()).isEqualTo("m-1");
    assertThat(reversal.eventId()).isEqualTo("f-1");
    assertThat(reversal.issuedAt()).isEqualTo(Instant.ofEpochMilli(NOON + DAY));
    assertThat(reversal.actionId())
        .isEqualTo(ActionIds.actionId("f-1", "test", "hate", ActionKind.REMOVE, "m-1"));
    assertThat(ledger.isEmpty()).isTrue();
  }

  @Test
  void shouldTakeAnActionBackOnceAndOnlyWhenItIsKnown() {
    DecidedAction removal = ledger.apply(List.of(hate("m-1")), "m-1", NOON).get(0);

    assertThat(ledger.overturn(new UUID(0, 0), "f-0", NOON)).isEmpty();
    assertThat(ledger.overturn(removal.actionId(), "f-1", NOON)).isPresent();
    assertThat(ledger.overturn(removal.actionId(), "f-2", NOON)).isEmpty();
  }

  @Test
  void shouldForgetTheOldestBeyondItsBound() {
    DecidedAction first = ledger.apply(List.of(hate("m-0")), "m-0", NOON).get(0);
    for (int i = 1; i <= AccountLedger.MAX_ACTIONS; i++) {
      ledger.apply(List.of(onMessage("toxic", ActionKind.LABEL, "m-" + i, 0)), "m-" + i, NOON);
    }

    assertThat(ledger.overturn(first.actionId(), "f-1", NOON)).isEmpty();
    assertThat(ledger.standingAt(NOON)).isEqualTo(Standing.of(1, AccountLedger.MAX_ACTIONS));
  }
}
