package dev.rampart.actions.ledger;

import static dev.rampart.actions.event.FakeEvent.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.actions.document.LadderStep;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.Escalation;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class LedgerPropertiesTest {
  /** What the policies ask for on one event. */
  record Ask(String eventId, List<ActionIntent> intents, long eventTime) {}

  @Provide
  Arbitrary<List<Ask>> histories() {
    return histories(Arbitraries.of(Duration.ofMinutes(10), Duration.ofHours(2)).injectNull(0.5));
  }

  @Provide
  Arbitrary<List<Ask>> historiesWithoutCooldown() {
    return histories(Arbitraries.just(Duration.ZERO).map(duration -> null));
  }

  private static Arbitrary<List<Ask>> histories(Arbitrary<@Nullable Duration> cooldowns) {
    Arbitrary<List<List<ActionIntent>>> asks =
        intents(cooldowns).list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(12);
    return Combinators.combine(asks, Arbitraries.longs().between(0, 3_600_000))
        .as(
            (list, gap) -> {
              List<Ask> history = new ArrayList<>();
              for (int i = 0; i < list.size(); i++) {
                history.add(new Ask("m-" + i, list.get(i), NOON + i * gap));
              }
              return history;
            });
  }

  private static Arbitrary<ActionIntent> intents(Arbitrary<@Nullable Duration> cooldowns) {
    return Combinators.combine(
            Arbitraries.of("hate", "spam", "größe"),
            Arbitraries.of(PolicyMode.LIVE, PolicyMode.LIVE, PolicyMode.CANARY, PolicyMode.SHADOW),
            Arbitraries.of(ActionKind.WARN, ActionKind.REMOVE, ActionKind.TIME_OUT, ActionKind.BAN),
            Arbitraries.of(0.0, 0.5, 1.0, 2.0),
            cooldowns)
        .as(LedgerPropertiesTest::intent);
  }

  private static ActionIntent intent(
      String rule, PolicyMode mode, ActionKind kind, double strikes, @Nullable Duration cooldown) {
    boolean message = kind == ActionKind.REMOVE;
    ActionIntent intent =
        Intents.intent(
            rule,
            mode,
            message ? SubjectType.MESSAGE : SubjectType.USER,
            message ? "m" : "u-1",
            kind,
            strikes,
            null);
    List<LadderStep> ladder = List.of(new LadderStep(4, ActionKind.SUSPEND, Intents.HOUR));
    return Intents.with(intent, new Escalation(Duration.ofDays(30), ladder, cooldown));
  }

  private static List<DecidedAction> play(AccountLedger ledger, Ask ask) {
    return ledger.apply(ask.intents(), ask.eventId(), ask.eventTime());
  }

  private static AccountLedger after(List<Ask> history) {
    AccountLedger ledger = AccountLedger.decode(null);
    history.forEach(ask -> play(ledger, ask));
    return ledger;
  }

  @Property(tries = 300)
  void shouldReadBackWhatItWrote(@ForAll("histories") List<Ask> history) {
    AccountLedger ledger = after(history);

    AccountLedger read = AccountLedger.decode(ledger.encode());

    assertThat(read.encode()).isEqualTo(ledger.encode());
    assertThat(read.standingAt(NOON)).isEqualTo(ledger.standingAt(NOON));
  }

  /** A ledger that is stored after every event decides what one that stays in memory decides. */
  @Property(tries = 300)
  void shouldDecideTheSameAfterBeingStored(@ForAll("histories") List<Ask> history) {
    AccountLedger kept = AccountLedger.decode(null);
    byte @Nullable [] stored = null;
    for (Ask ask : history) {
      AccountLedger read = AccountLedger.decode(stored);
      assertThat(play(read, ask)).isEqualTo(play(kept, ask));
      stored = read.encode();
    }
  }

  /** No two actions have one id, whatever the policies ask for. */
  @Property(tries = 300)
  void shouldDecideOneActionForAnId(@ForAll("histories") List<Ask> history) {
    AccountLedger ledger = AccountLedger.decode(null);

    assertThat(
            history.stream()
                .flatMap(ask -> play(ledger, ask).stream())
                .filter(action -> action.match().mode() != PolicyMode.SHADOW)
                .map(DecidedAction::actionId))
        .doesNotHaveDuplicates();
  }

  /** Without cool-downs, taking back all actions of an event leaves no trace of the event. */
  @Property(tries = 300)
  void shouldBeWhatItWouldHaveBeenAfterAReversal(
      @ForAll("historiesWithoutCooldown") List<Ask> history, @ForAll @IntRange(max = 11) int at) {
    int wrong = at % history.size();
    List<Ask> without = new ArrayList<>(history);
    Ask mistaken = without.remove(wrong);
    AccountLedger ledger = AccountLedger.decode(null);
    for (Ask ask : history) {
      List<DecidedAction> decided = play(ledger, ask);
      if (ask.equals(mistaken)) {
        decided.forEach(action -> ledger.overturn(action.actionId(), "f", ask.eventTime()));
      }
    }

    assertThat(ledger.encode()).isEqualTo(after(without).encode());
  }

  /** Taking back later gives back the strikes, though what was decided since then stays. */
  @Property(tries = 300)
  void shouldGiveBackTheStrikesOfALateReversal(
      @ForAll("historiesWithoutCooldown") List<Ask> history, @ForAll @IntRange(max = 11) int at) {
    int wrong = at % history.size();
    List<Ask> without = new ArrayList<>(history);
    without.remove(wrong);
    AccountLedger ledger = AccountLedger.decode(null);
    List<List<DecidedAction>> decided = history.stream().map(ask -> play(ledger, ask)).toList();
    long now = history.get(history.size() - 1).eventTime();
    decided.get(wrong).forEach(action -> ledger.overturn(action.actionId(), "f", now));

    assertThat(ledger.standingAt(now).strikes())
        .isEqualTo(after(without).standingAt(now).strikes());
  }

  @Property(tries = 500)
  void shouldRefuseBytesThatAreNoLedger(@ForAll @Size(max = 60) byte[] bytes) {
    assertThatThrownBy(() -> AccountLedger.decode(withWrongEnd(bytes)))
        .isInstanceOf(CorruptLedgerException.class)
        .hasMessageStartingWith("ledger record ");
  }

  private static byte[] withWrongEnd(byte[] bytes) {
    byte[] wrong = Arrays.copyOf(bytes, bytes.length + 1);
    wrong[0] = LedgerEncoder.LAYOUT;
    wrong[bytes.length] = (byte) 0xFF;
    return wrong;
  }

  @Property(tries = 200)
  void shouldRefuseALedgerThatWasCut(
      @ForAll("histories") List<Ask> history, @ForAll @IntRange(max = 1000) int cut) {
    byte[] bytes = after(history).encode();
    byte[] part = Arrays.copyOf(bytes, cut % bytes.length);

    assertThatThrownBy(() -> AccountLedger.decode(part)).isInstanceOf(CorruptLedgerException.class);
  }

  @Example
  void shouldRefuseALayoutThatItDoesNotKnow() {
    assertThatThrownBy(() -> AccountLedger.decode(new byte[] {9}))
        .hasMessage("ledger record has layout 9, allowed 1");
  }
}
