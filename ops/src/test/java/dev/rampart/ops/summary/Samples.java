package dev.rampart.ops.summary;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.ReviewItem;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.schemas.SubjectType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Small outcomes with all required fields. */
final class Samples {
  private Samples() {}

  static Decision decision(String eventId) {
    return Decision.newBuilder()
        .setEventId(eventId)
        .setEventType(EventType.MESSAGE)
        .setAuthorId("u1")
        .setDecidedAt(Instant.EPOCH)
        .setEventTime(Instant.EPOCH)
        .setCatalogueVersion("1")
        .setSource(new SourcePosition("messages", 0, 0L))
        .build();
  }

  static Decision decision(String eventId, String policy, PolicyMode mode) {
    Decision decision = decision(eventId);
    decision.setMatchedRules(List.of(new MatchedRule(policy, 1, "rule", mode)));
    return decision;
  }

  static EnforcementAction action(String messageId, String policy, ActionKind kind) {
    return EnforcementAction.newBuilder()
        .setActionId(
            UUID.nameUUIDFromBytes(messageId.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .setEventId(messageId)
        .setSubjectType(SubjectType.MESSAGE)
        .setSubjectId(messageId)
        .setAccountId("u1")
        .setKind(kind)
        .setPolicy(policy)
        .setPolicyVersion(1)
        .setRule("rule")
        .setMode(PolicyMode.LIVE)
        .setIssuedAt(Instant.EPOCH)
        .build();
  }

  static ReviewItem review(String messageId) {
    return ReviewItem.newBuilder()
        .setActionId(UUID.randomUUID())
        .setEventId(messageId)
        .setSubjectType(SubjectType.MESSAGE)
        .setSubjectId(messageId)
        .setAccountId("u1")
        .setPolicy("p")
        .setPolicyVersion(1)
        .setRule("rule")
        .setRequestedAt(Instant.EPOCH)
        .build();
  }
}
