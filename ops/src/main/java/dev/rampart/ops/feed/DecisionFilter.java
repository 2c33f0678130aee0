package dev.rampart.ops.feed;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are wanted; what is null does not matter. With a policy, kind and mode one action
 * has to be all of it; where no kind is named a rule that matched is enough.
 *
 * @param policy id of a policy of which a rule matched
 * @param kind of one of the actions
 * @param mode of the rule or action
 * @param subject account that the event is about, or what an action is done to
 * @param acted whether something must have been done, not only recorded
 */
public record DecisionFilter(
    @Nullable String policy,
    @Nullable ActionKind kind,
    @Nullable PolicyMode mode,
    @Nullable String subject,
    boolean acted) {
  /** All decisions. */
  public static final DecisionFilter ALL = new DecisionFilter(null, null, null, null, false);

  /** All decisions about an account, message or guild. */
  public static DecisionFilter about(String subject) {
    return new DecisionFilter(null, null, null, subject, false);
  }

  boolean accepts(DecisionHead head) {
    return isAbout(head) && hasActed(head) && hasMatch(head);
  }

  private boolean isAbout(DecisionHead head) {
    return subject == null
        || subject.equals(head.authorId())
        || head.actions().stream().anyMatch(action -> subject.equals(action.subjectId()));
  }

  private boolean hasActed(DecisionHead head) {
    return !acted || head.actions().stream().anyMatch(ActionHead::isDone);
  }

  private boolean hasMatch(DecisionHead head) {
    if (policy == null && kind == null && mode == null) {
      return true;
    }
    return head.actions().stream().anyMatch(this::accepts)
        || (kind == null && head.matched().stream().anyMatch(this::accepts));
  }

  private boolean accepts(ActionHead action) {
    return isOf(action.policy(), action.mode()) && (kind == null || kind == action.kind());
  }

  private boolean accepts(DecisionHead.Match match) {
    return isOf(match.policy(), match.mode());
  }

  private boolean isOf(String foundPolicy, PolicyMode foundMode) {
    return (policy == null || policy.equals(foundPolicy)) && (mode == null || mode == foundMode);
  }
}
