package dev.rampart.actions.policy;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Reason;
import dev.rampart.schemas.SubjectType;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An action that a rule asks for.
 *
 * @param subjectId id of the message, user or guild
 * @param accountId account that answers for the subject
 * @param parameters as the EnforcementAction carries them
 * @param reasons the numbers that the rule looked at
 * @param noticeKey key of the text that tells the user why; empty where there is none
 * @param strikes weight of the rule's match, the same in every intent of the match: it counts once
 * @param duration how long the action holds; null for ever
 * @param escalation what repeated matches lead to
 */
public record ActionIntent(
    RuleMatch match,
    SubjectType subjectType,
    String subjectId,
    String accountId,
    ActionKind kind,
    Map<String, String> parameters,
    List<Reason> reasons,
    String noticeKey,
    double strikes,
    @Nullable Duration duration,
    Escalation escalation) {
  public ActionIntent {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    reasons = List.copyOf(reasons);
  }

  /** The same of another match. */
  public ActionIntent as(RuleMatch other) {
    return with(other, kind, parameters, strikes, duration);
  }

  /** A review of the same subject in its place: nothing is done, and no strike is given. */
  public ActionIntent asReview(String queue) {
    return with(match, ActionKind.REVIEW, Map.of("queue", queue), 0, null);
  }

  private ActionIntent with(
      RuleMatch newMatch,
      ActionKind newKind,
      Map<String, String> newParameters,
      double newStrikes,
      @Nullable Duration newDuration) {
    return new ActionIntent(
        newMatch,
        subjectType,
        subjectId,
        accountId,
        newKind,
        newParameters,
        reasons,
        noticeKey,
        newStrikes,
        newDuration,
        escalation);
  }
}
