package dev.rampart.ops.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyTransition;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.schemas.SubjectType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a rollback would do, without a broker. */
class RollbackTest {
  private static PolicyVersion version(int number, PolicyState state, long from) {
    return Transitions.first(new PolicyText("spam", number, "…"), to(state, from), false);
  }

  private static PolicyTransition to(PolicyState state, long from) {
    return PolicyTransition.newBuilder()
        .setState(state)
        .setAuthor("ada")
        .setEffectiveFrom(Instant.ofEpochMilli(from))
        .setPublishedAt(Instant.ofEpochMilli(from))
        .build();
  }

  private static Rollback plan(OptionalInt to, PolicyVersion... versions) {
    return Rollback.plan(PolicyShelf.of("spam", List.of(versions)), to);
  }

  private static int restored(Rollback rollback) {
    return rollback.restored().map(PolicyVersion::getVersion).orElse(0);
  }

  @Test
  void shouldBringBackTheVersionThatWasLiveBefore() {
    Rollback rollback =
        plan(
            OptionalInt.empty(),
            version(1, PolicyState.LIVE, 1),
            version(2, PolicyState.LIVE, 2),
            version(3, PolicyState.SHADOW, 3),
            version(4, PolicyState.LIVE, 4));

    assertThat(rollback.withdrawn().getVersion()).isEqualTo(4);
    assertThat(restored(rollback)).isEqualTo(2);
    assertThat(rollback.actedFrom()).isEqualTo(Instant.ofEpochMilli(4));
  }

  @Test
  void shouldWithdrawACanaryAndLeaveTheLiveVersionAlone() {
    Rollback rollback =
        plan(
            OptionalInt.empty(),
            version(1, PolicyState.LIVE, 1),
            version(2, PolicyState.CANARY, 2));

    assertThat(rollback.withdrawn().getVersion()).isEqualTo(2);
    assertThat(rollback.restored()).isEmpty();
  }

  @Test
  void shouldGoBackToAVersionThatIsNamedAndWasLive() {
    PolicyVersion first =
        Transitions.after(version(1, PolicyState.LIVE, 1), to(PolicyState.RETIRED, 5), false);
    PolicyVersion second = version(2, PolicyState.SHADOW, 2);
    PolicyVersion third = version(3, PolicyState.LIVE, 3);

    assertThat(restored(plan(OptionalInt.of(1), first, second, third))).isEqualTo(1);
    assertThatThrownBy(() -> plan(OptionalInt.of(2), first, second, third))
        .hasMessageContaining("--to: found 2");
    assertThatThrownBy(() -> plan(OptionalInt.empty(), second))
        .hasMessageContaining("no version of it acts");
  }

  @Test
  void shouldTakeBackWhatTheVersionAloneDid() {
    Deeds deeds = new Deeds("spam", 2);
    EnforcementAction alone = action("alone", 2, PolicyMode.LIVE, ActionKind.MUTE, null);
    EnforcementAction undone = action("undone", 2, PolicyMode.LIVE, ActionKind.MUTE, null);

    deeds.accept(decision(List.of("spam"), alone));
    deeds.accept(decision(List.of("spam"), undone));
    deeds.accept(
        decision(
            List.of("spam", "raid"), action("shared", 2, PolicyMode.LIVE, ActionKind.BAN, null)));
    deeds.accept(
        decision(
            List.of("spam"),
            action("older", 1, PolicyMode.LIVE, ActionKind.BAN, null),
            action("shadow", 2, PolicyMode.SHADOW, ActionKind.BAN, null),
            action("review", 2, PolicyMode.LIVE, ActionKind.REVIEW, null)));
    deeds.accept(
        decision(
            List.of(), action("back", 2, PolicyMode.LIVE, ActionKind.MUTE, undone.getActionId())));

    assertThat(deeds.toReverse().values()).containsExactly(alone);
    assertThat(deeds.shared()).isEqualTo(1);
  }

  private static Decision decision(List<String> acting, EnforcementAction... actions) {
    return Decision.newBuilder()
        .setEventId("m-1")
        .setEventType(EventType.MESSAGE)
        .setAuthorId("u-1")
        .setDecidedAt(Instant.EPOCH)
        .setEventTime(Instant.EPOCH)
        .setCatalogueVersion("1")
        .setMatchedRules(
            acting.stream()
                .map(policy -> new MatchedRule(policy, 2, "rule", PolicyMode.LIVE))
                .toList())
        .setActions(List.of(actions))
        .setSource(new SourcePosition("messages", 0, 0L))
        .build();
  }

  private static EnforcementAction action(
      String name, int version, PolicyMode mode, ActionKind kind, @Nullable UUID reverses) {
    return EnforcementAction.newBuilder()
        .setActionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
        .setEventId("m-1")
        .setSubjectType(SubjectType.USER)
        .setSubjectId("u-1")
        .setAccountId("u-1")
        .setKind(kind)
        .setPolicy("spam")
        .setPolicyVersion(version)
        .setRule("rule")
        .setMode(mode)
        .setIssuedAt(Instant.EPOCH)
        .setReverses(reverses)
        .build();
  }
}
