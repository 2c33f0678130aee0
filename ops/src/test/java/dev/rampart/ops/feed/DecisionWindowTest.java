package dev.rampart.ops.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionWindowTest {
  private static final byte[] VALUE = new byte[10];

  private final DecisionWindow window = new DecisionWindow(new FeedLimits(4, 1_000));

  private void add(Decision decision) {
    window.add(DecisionHead.of(decision), VALUE);
  }

  private List<String> find(DecisionFilter filter) {
    return window.find(filter, Long.MAX_VALUE, 100).decisions().stream()
        .map(kept -> kept.head().eventId())
        .toList();
  }

  @Test
  void shouldHoldTheNewestOnly() {
    for (int i = 1; i <= 6; i++) {
      add(Decisions.calm("m" + i, "ada"));
    }

    assertThat(find(DecisionFilter.ALL)).containsExactly("m6", "m5", "m4", "m3");
    assertThat(find(DecisionFilter.about("ada"))).containsExactly("m6", "m5", "m4", "m3");
    assertThat(window.ofEvent("m2")).isEmpty();
    assertThat(window.ofEvent("m3")).isPresent();
    assertThat(window.size()).isEqualTo(4);
  }

  @Test
  void shouldHoldNoMoreBytesThanItMay() {
    DecisionWindow small = new DecisionWindow(new FeedLimits(100, 25));
    for (int i = 1; i <= 5; i++) {
      small.add(DecisionHead.of(Decisions.calm("m" + i, "ada")), VALUE);
    }

    assertThat(small.size()).isEqualTo(2);
    small.add(DecisionHead.of(Decisions.calm("huge", "ada")), new byte[400]);
    assertThat(small.size()).isEqualTo(1);
  }

  @Test
  void shouldFindWhatIsAboutASubjectAndNothingElse() {
    add(Decisions.calm("m1", "ada"));
    add(Decisions.calm("m2", "bob"));
    add(
        Decisions.acting(
            "m3",
            "bob",
            Decisions.action("a", "guild-7", "raid", ActionKind.LABEL, PolicyMode.LIVE)));
    add(Decisions.calm("m4", "ada"));

    assertThat(find(DecisionFilter.about("ada"))).containsExactly("m4", "m1");
    assertThat(find(DecisionFilter.about("guild-7"))).containsExactly("m3");
    assertThat(find(DecisionFilter.about("nobody"))).isEmpty();
  }

  @Test
  void shouldWantPolicyKindAndModeOfOneAction() {
    add(
        Decisions.acting(
            "m1",
            "ada",
            Decisions.action("a", "ada", "spam", ActionKind.MUTE, PolicyMode.SHADOW),
            Decisions.action("b", "ada", "raid", ActionKind.BAN, PolicyMode.LIVE)));

    assertThat(find(filter("spam", ActionKind.MUTE, PolicyMode.SHADOW, false))).hasSize(1);
    assertThat(find(filter("spam", ActionKind.BAN, null, false))).isEmpty();
    assertThat(find(filter("spam", null, PolicyMode.LIVE, false))).isEmpty();
    assertThat(find(filter("raid", null, PolicyMode.LIVE, true))).hasSize(1);
    assertThat(find(filter(null, ActionKind.BAN, null, false))).hasSize(1);
  }

  @Test
  void shouldTellWhatWasDoneFromWhatWasOnlyRecorded() {
    add(Decisions.calm("calm", "ada"));
    add(
        Decisions.acting(
            "shadow",
            "ada",
            Decisions.action("a", "ada", "spam", ActionKind.MUTE, PolicyMode.SHADOW)));
    add(
        Decisions.acting(
            "canary",
            "ada",
            Decisions.action("b", "ada", "spam", ActionKind.MUTE, PolicyMode.CANARY)));

    assertThat(find(filter(null, null, null, true))).containsExactly("canary");
  }

  @Test
  void shouldGoOnWhereAPageEnded() {
    for (int i = 1; i <= 4; i++) {
      add(Decisions.calm("m" + i, i == 2 ? "bob" : "ada"));
    }

    DecisionWindow.Found first = window.find(DecisionFilter.about("ada"), Long.MAX_VALUE, 2);
    long end = first.decisions().get(1).sequence();
    DecisionWindow.Found second = window.find(DecisionFilter.about("ada"), end, 2);

    assertThat(first.more()).isTrue();
    assertThat(first.decisions()).extracting(k -> k.head().eventId()).containsExactly("m4", "m3");
    assertThat(second.more()).isFalse();
    assertThat(second.decisions()).extracting(k -> k.head().eventId()).containsExactly("m1");
  }

  @Test
  void shouldKnowWhatTookAnActionBackAndForgetIt() {
    EnforcementAction mute =
        Decisions.action("mute", "ada", "spam", ActionKind.MUTE, PolicyMode.LIVE);
    add(Decisions.acting("m1", "ada", mute));
    add(Decisions.acting("f1", "ada", Decisions.reversal("back", mute)));

    assertThat(window.ofAction(mute.getActionId()))
        .get()
        .extracting(k -> k.head().eventId())
        .isEqualTo("m1");
    assertThat(window.reversalOf(mute.getActionId())).contains(Decisions.id("back"));
    for (int i = 0; i < 4; i++) {
      add(Decisions.calm("later" + i, "bob"));
    }
    assertThat(window.ofAction(mute.getActionId())).isEmpty();
    assertThat(window.reversalOf(mute.getActionId())).isEmpty();
    assertThat(find(DecisionFilter.about("ada"))).isEmpty();
  }

  @Test
  void shouldKeepTheNewerDecisionOfAnEventThatWasDecidedTwice() {
    add(Decisions.calm("m1", "ada"));
    add(Decisions.calm("m1", "ada"));
    for (int i = 2; i <= 4; i++) {
      add(Decisions.calm("m" + i, "ada"));
    }

    assertThat(window.ofEvent("m1")).get().extracting(KeptDecision::sequence).isEqualTo(1L);
  }

  private static DecisionFilter filter(
      @org.jspecify.annotations.Nullable String policy,
      @org.jspecify.annotations.Nullable ActionKind kind,
      @org.jspecify.annotations.Nullable PolicyMode mode,
      boolean acted) {
    return new DecisionFilter(policy, kind, mode, null, acted);
  }
}
