package dev.rampart.actions.ledger;

import static dev.rampart.actions.event.FakeEvent.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.LadderStep;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.Escalation;
import dev.rampart.schemas.ActionKind;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a ledger becomes when something is done about the past. */
class AmendedLedgerTest {
  private static final Escalation EXPIRING =
      new Escalation(
          Duration.ofHours(2),
          List.of(new LadderStep(100, ActionKind.BAN, null)),
          Duration.ofMinutes(30));

  private static ActionIntent removal(int event, double strikes) {
    return Intents.with(
        Intents.onMessage("burst", ActionKind.REMOVE, "m-" + event, strikes), EXPIRING);
  }

  private static long time(int event) {
    return NOON + event * 60_000L;
  }

  /**
   * A rule that acts at its time, and one whose actions are made up for, leave the same account.
   */
  @Property(tries = 300)
  void shouldStandAsIfItHadActedThen(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 4) Integer> weights,
      @ForAll List<Boolean> missed) {
    AccountLedger acted = AccountLedger.decode(null);
    AccountLedger amended = AccountLedger.decode(null);
    long now = time(weights.size());
    for (int i = 0; i < weights.size(); i++) {
      acted.apply(List.of(uncooled(i, weights.get(i))), "m-" + i, time(i));
      if (!isMissed(missed, i)) {
        amended.apply(List.of(uncooled(i, weights.get(i))), "m-" + i, time(i));
      }
    }
    for (int i = 0; i < weights.size(); i++) {
      if (isMissed(missed, i)) {
        amended.amend(List.of(uncooled(i, weights.get(i))), "m-" + i, time(i), now);
      }
    }

    for (long later = now; later < now + Duration.ofHours(3).toMillis(); later += 600_000) {
      assertThat(amended.standingAt(later).strikes()).isEqualTo(acted.standingAt(later).strikes());
    }
    assertThat(amended.actions())
        .extracting(PastAction::actionId)
        .containsExactlyInAnyOrderElementsOf(
            acted.actions().stream().map(PastAction::actionId).toList());
  }

  private static ActionIntent uncooled(int event, int strikes) {
    return Intents.with(
        removal(event, strikes), new Escalation(Duration.ofHours(2), List.of(), null));
  }

  private static boolean isMissed(List<Boolean> missed, int event) {
    return event < missed.size() && missed.get(event);
  }

  @Property(tries = 100)
  void shouldDoNothingTwice(@ForAll @IntRange(min = 1, max = 4) int strikes) {
    AccountLedger ledger = AccountLedger.decode(null);
    List<ActionIntent> wanted = List.of(removal(1, strikes));

    assertThat(ledger.amend(wanted, "m-1", time(1), time(5))).hasSize(1);
    byte[] once = ledger.encode();
    assertThat(ledger.amend(wanted, "m-1", time(1), time(6))).isEmpty();
    assertThat(ledger.encode()).isEqualTo(once);
  }

  @Example
  void shouldLeaveNoTraceWhenItIsTakenBack() {
    AccountLedger ledger = AccountLedger.decode(null);
    ledger.apply(List.of(removal(0, 1)), "m-0", time(0));
    byte[] before = ledger.encode();

    List<DecidedAction> done = ledger.amend(List.of(removal(1, 2)), "m-1", time(1), time(5));
    assertThat(ledger.standingAt(time(5)).strikes()).isEqualTo(3);
    ledger.overturn(done.get(0).actionId(), "amendment-1", time(6));

    assertThat(ledger.encode()).isEqualTo(before);
  }

  @Example
  void shouldLetStrikesAndCooldownsRunFromWhenTheEventHappened() {
    AccountLedger ledger = AccountLedger.decode(null);
    long late = time(0) + Duration.ofHours(3).toMillis();

    List<DecidedAction> done = ledger.amend(List.of(removal(0, 2)), "m-0", time(0), late);

    assertThat(done).extracting(action -> action.issuedAt().toEpochMilli()).containsExactly(late);
    assertThat(ledger.strikes()).isEmpty();
    assertThat(ledger.cooldowns()).isEmpty();
  }

  @Example
  void shouldKeepWhatIsOnlyRecordedOutOfTheLedger() {
    AccountLedger ledger = AccountLedger.decode(null);

    assertThat(ledger.amend(List.of(Intents.shadow(removal(0, 2))), "m-0", time(0), time(1)))
        .hasSize(1);
    assertThat(ledger.isEmpty()).isTrue();
  }
}
