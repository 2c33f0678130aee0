package dev.rampart.actions.ledger;

import dev.rampart.actions.policy.ActionIds;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Reason;
import dev.rampart.schemas.SubjectType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An action that was taken and can be taken back. */
public record PastAction(
    UUID actionId,
    String eventId,
    RuleMatch match,
    SubjectType subjectType,
    String subjectId,
    String accountId,
    ActionKind kind,
    String noticeKey,
    long issuedAt) {
  static PastAction of(DecidedAction action) {
    return new PastAction(
        action.actionId(),
        action.eventId(),
        action.match(),
        action.subjectType(),
        action.subjectId(),
        action.accountId(),
        action.kind(),
        action.noticeKey(),
        action.issuedAt().toEpochMilli());
  }

  boolean isOf(String otherEventId, RuleKey rule) {
    return eventId.equals(otherEventId) && RuleKey.of(match).equals(rule);
  }

  DecidedAction reversal(String feedbackId, long decidedAt) {
    return new DecidedAction(
        ActionIds.actionId(feedbackId, match.policy(), match.rule(), kind, subjectId),
        feedbackId,
        match,
        subjectType,
        subjectId,
        accountId,
        kind,
        Map.of(),
        List.of(Reason.newBuilder().setName("feedback").setValue(feedbackId).build()),
        noticeKey,
        Instant.ofEpochMilli(decidedAt),
        null,
        actionId);
  }
}
