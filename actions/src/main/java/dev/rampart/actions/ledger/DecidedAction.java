package dev.rampart.actions.ledger;

import dev.rampart.actions.policy.ActionIds;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Reason;
import dev.rampart.schemas.SubjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action that is taken, with all that an EnforcementAction says of it.
 *
 * @param actionId see {@link ActionIds}
 * @param eventId the event that led to it; of a reversal, the feedback
 * @param match the rule that asked for it; its mode says whether it is to be done or only recorded
 * @param accountId account that answers for the subject
 * @param kind after the ladder; of a reversal, what is taken back
 * @param noticeKey key of the text that tells the user why; empty where there is none
 * @param issuedAt event time of the decision
 * @param expiresAt when the action ends by itself; null when it does not
 * @param reverses the action that this one takes back; null in an ordinary action
 */
public record DecidedAction(
    UUID actionId,
    String eventId,
    RuleMatch match,
    SubjectType subjectType,
    String subjectId,
    String accountId,
    ActionKind kind,
    Map<String, String> parameters,
    List<Reason> reasons,
    String noticeKey,
    Instant issuedAt,
    @Nullable Instant expiresAt,
    @Nullable UUID reverses) {
  public DecidedAction {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    reasons = List.copyOf(reasons);
  }

  static DecidedAction of(ActionIntent intent, String eventId, long eventTime) {
    Instant issuedAt = Instant.ofEpochMilli(eventTime);
    Duration duration = intent.duration();
    return new DecidedAction(
        ActionIds.actionId(
            eventId,
            intent.match().policy(),
            intent.match().rule(),
            intent.kind(),
            intent.subjectId()),
        eventId,
        intent.match(),
        intent.subjectType(),
        intent.subjectId(),
        intent.accountId(),
        intent.kind(),
        intent.parameters(),
        intent.reasons(),
        intent.noticeKey(),
        issuedAt,
        duration == null ? null : issuedAt.plus(duration),
        null);
  }
}
