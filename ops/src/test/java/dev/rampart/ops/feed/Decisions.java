package dev.rampart.ops.feed;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.schemas.SubjectType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Small decisions with all that a reader looks at. */
final class Decisions {
  private Decisions() {}

  /** One in which nothing matched. */
  static Decision calm(String eventId, String author) {
    return Decision.newBuilder()
        .setEventId(eventId)
        .setEventType(EventType.MESSAGE)
        .setAuthorId(author)
        .setDecidedAt(Instant.now())
        .setEventTime(Instant.ofEpochMilli(1_000))
        .setCatalogueVersion("1-abc")
        .setFeatures(List.of(1.0, Double.NaN, 3.5))
        .setScores(
            List.of(
                new ModelScores("toxicity", "1", PolicyMode.LIVE, Map.of("hate", 0.25f), null),
                new ModelScores("spam", "2", PolicyMode.SHADOW, Map.of(), "too slow")))
        .setPolicyVersions(Map.of("spam", 3))
        .setSource(new SourcePosition("messages", 0, 7L))
        .build();
  }

  /** One in which a rule of a policy asked for actions. */
  static Decision acting(String eventId, String author, EnforcementAction... actions) {
    Decision decision = calm(eventId, author);
    decision.setActions(List.of(actions));
    decision.setMatchedRules(
        List.of(actions).stream()
            .map(action -> new MatchedRule(action.getPolicy(), 1, "rule", action.getMode()))
            .toList());
    return decision;
  }

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static EnforcementAction action(
      String name, String subject, String policy, ActionKind kind, PolicyMode mode) {
    return EnforcementAction.newBuilder()
        .setActionId(id(name))
        .setEventId("e")
        .setSubjectType(SubjectType.USER)
        .setSubjectId(subject)
        .setAccountId(subject)
        .setKind(kind)
        .setPolicy(policy)
        .setPolicyVersion(1)
        .setRule("rule")
        .setMode(mode)
        .setIssuedAt(Instant.EPOCH)
        .build();
  }

  static EnforcementAction reversal(String name, EnforcementAction of) {
    return EnforcementAction.newBuilder(of)
        .setActionId(id(name))
        .setReverses(of.getActionId())
        .build();
  }
}
