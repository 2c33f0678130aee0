package dev.rampart.ops.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.policy.ActionIds;
import dev.rampart.ops.decisions.LoggedDecisions;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventFacts;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the past lacks of what a version would have done. */
class LacksTest {
  private static final String POLICY =
      """
      policy: links
      version: 2
      state: shadow
      ladder:
        - {strikes: 3, kind: mute, duration: PT1H}
      rules:
        - id: any
          when: event.link_count > 0
          strikes: 1
          actions: [{kind: remove}]
      """;

  @TempDir private Path folder;
  private final List<Decision> decisions = new ArrayList<>();

  @BeforeEach
  void sixMessagesOfOneAccount() {
    for (int i = 0; i < 6; i++) {
      decisions.add(decision("m" + i, EventType.MESSAGE, "MESSAGE", null));
    }
  }

  private Decision decision(
      String id, EventType type, String kind, @Nullable UUID judged, EnforcementAction... done) {
    Decision decision = LoggedDecisions.message(decisions.size(), new java.util.Random(1));
    decision.setEventId(id);
    decision.setEventType(type);
    decision.setAuthorId("ada");
    decision.setGuildId("g");
    decision.setEvent(
        EventFacts.newBuilder()
            .setKind(kind)
            .setLinkCount(type == EventType.MESSAGE ? 1 : 0)
            .setContentLength(9)
            .setJudgedActionId(judged)
            .build());
    decision.setActions(List.of(done));
    return decision;
  }

  private static EnforcementAction action(
      String event, String rule, ActionKind kind, @Nullable UUID reverses) {
    return EnforcementAction.newBuilder()
        .setActionId(ActionIds.actionId(event, "links", rule, kind, event))
        .setEventId(event)
        .setSubjectType(SubjectType.MESSAGE)
        .setSubjectId(event)
        .setAccountId("ada")
        .setKind(kind)
        .setPolicy("links")
        .setPolicyVersion(1)
        .setRule(rule)
        .setMode(PolicyMode.LIVE)
        .setIssuedAt(Instant.EPOCH)
        .setReverses(reverses)
        .build();
  }

  private Lacks lacks() throws Exception {
    LoggedDecisions.write(folder, decisions);
    return Lacks.find(
        new BacktestRun(
            folder,
            List.of(),
            PolicyDocument.parse("links.yml", POLICY),
            Optional.empty(),
            Optional.empty(),
            2,
            0,
            RestraintUse.SIMULATED));
  }

  private static Map<String, List<ActionKind>> kinds(Lacks lacks) {
    Map<String, List<ActionKind>> kinds = new TreeMap<>();
    lacks
        .events()
        .forEach(
            event ->
                kinds.put(
                    event.eventId(),
                    event.actions().stream().map(action -> action.action().kind()).toList()));
    return kinds;
  }

  @Test
  void shouldFindWhatABacktestShowsWithTheStrikesThatGoWithIt() throws Exception {
    Lacks lacks = lacks();

    assertThat(kinds(lacks)).hasSize(6);
    assertThat(kinds(lacks).get("m1")).containsExactly(ActionKind.REMOVE);
    assertThat(kinds(lacks).get("m2")).containsExactly(ActionKind.REMOVE, ActionKind.MUTE);
    assertThat(lacks.events())
        .allSatisfy(event -> assertThat(event.actions().get(0).strikes()).isEqualTo(1));
  }

  @Test
  void shouldLeaveWhatWasDoneAndWhatWasTakenBack() throws Exception {
    EnforcementAction same = action("m0", "any", ActionKind.REMOVE, null);
    EnforcementAction milder = action("m1", "old", ActionKind.LABEL, null);
    EnforcementAction other = action("m3", "old", ActionKind.REMOVE, null);
    decisions.set(0, decision("m0", EventType.MESSAGE, "MESSAGE", null, same));
    decisions.set(1, decision("m1", EventType.MESSAGE, "MESSAGE", null, milder));
    decisions.set(3, decision("m3", EventType.MESSAGE, "MESSAGE", null, other));
    decisions.add(
        decision(
            "rollback-1",
            EventType.FEEDBACK,
            "OVERTURNED",
            same.getActionId(),
            action("m0", "any", ActionKind.REMOVE, same.getActionId())));

    Lacks lacks = lacks();

    assertThat(kinds(lacks)).doesNotContainKeys("m0").containsKeys("m1", "m2", "m4", "m5");
    assertThat(kinds(lacks).get("m3")).containsExactly(ActionKind.MUTE);
    assertThat(lacks.done()).isEqualTo(2);
  }

  @Test
  void shouldLeaveWhatPeopleSaidIsNoAbuse() throws Exception {
    EnforcementAction wrong = action("m4", "old", ActionKind.LABEL, null);
    decisions.set(4, decision("m4", EventType.MESSAGE, "MESSAGE", null, wrong));
    decisions.add(decision("f1", EventType.FEEDBACK, "OVERTURNED", wrong.getActionId()));

    Lacks lacks = lacks();

    assertThat(kinds(lacks)).doesNotContainKey("m4");
    assertThat(lacks.pardoned()).isEqualTo(2);
  }

  @Test
  void shouldLeaveAccountsThatWereErasedAlone() throws Exception {
    decisions.add(decision("e1", EventType.USER, "ERASE", null));

    Lacks lacks = lacks();

    assertThat(lacks.events()).isEmpty();
    assertThat(lacks.erased()).isEqualTo(10);
  }
}
