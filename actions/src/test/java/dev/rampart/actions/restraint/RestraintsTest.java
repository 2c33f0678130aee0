package dev.rampart.actions.restraint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.Escalation;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.actions.policy.Verdict;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RestraintsTest {
  private static final Verdict VERDICT = verdict(List.of(ActionKind.MUTE, ActionKind.LABEL));

  private static Verdict verdict(List<ActionKind> kinds) {
    RuleMatch match = new RuleMatch("spam", 2, "burst", PolicyMode.LIVE);
    List<ActionIntent> intents =
        kinds.stream()
            .map(
                kind ->
                    new ActionIntent(
                        match,
                        kind.compareTo(ActionKind.MUTE) < 0
                            ? SubjectType.MESSAGE
                            : SubjectType.USER,
                        kind.compareTo(ActionKind.MUTE) < 0 ? "m-1" : "u-1",
                        "u-1",
                        kind,
                        Map.of(),
                        List.of(),
                        "",
                        1,
                        Duration.ofHours(1),
                        Escalation.NONE))
            .toList();
    return new Verdict(List.of(match), intents);
  }

  private static ControlRecord fact(ControlKind kind, String entity, long from, long to) {
    return ControlRecord.newBuilder()
        .setKind(kind)
        .setEntity(entity)
        .setSetAt(Instant.ofEpochMilli(from))
        .setExpiresAt(Instant.ofEpochMilli(to))
        .build();
  }

  private static Set<PolicyMode> modes(Verdict verdict) {
    Set<PolicyMode> modes =
        verdict.intents().stream().map(intent -> intent.match().mode()).collect(Collectors.toSet());
    assertThat(verdict.matches()).extracting(RuleMatch::mode).isSubsetOf(modes);
    return modes;
  }

  private static Verdict left(ControlRecord fact, FakeEvent event) {
    return Restraints.NONE.with(fact).restrain(VERDICT, event);
  }

  @Test
  void shouldStopAPolicyOrAllAsSoonAsTheSwitchIsKnown() {
    long later = FakeEvent.NOON + 1_000;
    ControlRecord one = fact(ControlKind.KILL_SWITCH, "policy:spam", later, later + 1);
    ControlRecord all = fact(ControlKind.KILL_SWITCH, "policy:all", later, later + 1);
    ControlRecord other = fact(ControlKind.KILL_SWITCH, "policy:raid", later, later + 1);

    assertThat(modes(left(one, FakeEvent.message()))).containsOnly(PolicyMode.SHADOW);
    assertThat(modes(left(all, FakeEvent.message()))).containsOnly(PolicyMode.SHADOW);
    assertThat(left(other, FakeEvent.message())).isEqualTo(VERDICT);
  }

  @Test
  void shouldActAgainWhenTheSwitchIsTakenBack() {
    ControlRecord kill = fact(ControlKind.KILL_SWITCH, "policy:spam", 0, Long.MAX_VALUE);
    Restraints lifted = Restraints.NONE.with(kill).without(ControlKind.KILL_SWITCH, "policy:spam");

    assertThat(lifted.restrain(VERDICT, FakeEvent.message())).isEqualTo(VERDICT);
  }

  @Test
  void shouldSpareASnoozedSubjectForItsTime() {
    ControlRecord user = snooze("user:u-1", "spam");
    ControlRecord guild = snooze("guild:g-1", "all");
    ControlRecord elsewhere = snooze("user:u-2", "all");
    FakeEvent tooLate =
        FakeEvent.message().with(EventField.TIME, Instant.ofEpochMilli(FakeEvent.NOON + 10));

    assertThat(modes(left(user, FakeEvent.message()))).containsOnly(PolicyMode.SHADOW);
    assertThat(modes(left(guild, FakeEvent.message()))).containsOnly(PolicyMode.SHADOW);
    assertThat(left(elsewhere, FakeEvent.message())).isEqualTo(VERDICT);
    assertThat(left(user, tooLate)).isEqualTo(VERDICT);
  }

  private static ControlRecord snooze(String subject, String policy) {
    String entity = Entities.snooze(subject, policy);
    return fact(ControlKind.SNOOZE, entity, FakeEvent.NOON, FakeEvent.NOON + 10);
  }

  @Property(tries = 200)
  void shouldLoseNoSubjectToASpentBudget(@ForAll @Size(min = 1, max = 6) List<Boolean> onUser) {
    Verdict asked =
        verdict(onUser.stream().map(user -> user ? ActionKind.BAN : ActionKind.REMOVE).toList());
    ControlRecord spent =
        fact(ControlKind.BUDGET_TRIPPED, "policy:spam", FakeEvent.NOON, FakeEvent.NOON + 1);

    Verdict left = Restraints.NONE.with(spent).restrain(asked, FakeEvent.message());

    assertThat(subjects(left)).isEqualTo(subjects(asked));
    assertThat(left.matches()).isEqualTo(asked.matches());
    assertThat(left.intents())
        .allSatisfy(
            intent -> {
              assertThat(intent.kind()).isEqualTo(ActionKind.REVIEW);
              assertThat(intent.strikes()).isZero();
            });
  }

  private static Set<String> subjects(Verdict verdict) {
    return verdict.intents().stream().map(ActionIntent::subjectId).collect(Collectors.toSet());
  }

  /** What a decision records is enough to restrain it again in the same way. */
  @Property(tries = 200)
  void shouldRestrainAgainByTheNamesThatWereRecorded(
      @ForAll @Size(max = 6) List<Boolean> later, @ForAll boolean killed) {
    Restraints all = Restraints.NONE.with(snooze("user:u-2", "all"));
    String[] entities = {"user:u-1/policy:raid", "guild:g-1/policy:spam", "user:u-1/policy:all"};
    for (int i = 0; i < Math.min(entities.length, later.size()); i++) {
      long from = FakeEvent.NOON + (later.get(i) ? 5 : 0);
      all = all.with(fact(ControlKind.SNOOZE, entities[i], from, from + 1));
    }
    if (killed) {
      all = all.with(fact(ControlKind.KILL_SWITCH, "policy:spam", 0, Long.MAX_VALUE));
    }

    List<String> names = all.namesFor(FakeEvent.message());

    assertThat(names).noneMatch(name -> name.contains("u-2"));
    assertThat(Restraints.always(names).restrain(VERDICT, FakeEvent.message()))
        .isEqualTo(all.restrain(VERDICT, FakeEvent.message()));
  }
}
