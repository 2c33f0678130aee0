package dev.rampart.ops.feed;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an action when decisions are looked for.
 *
 * @param reverses the action that this one takes back; null in an ordinary action
 */
record ActionHead(
    UUID actionId,
    String subjectId,
    String policy,
    ActionKind kind,
    PolicyMode mode,
    @Nullable UUID reverses) {
  static ActionHead of(EnforcementAction action) {
    return new ActionHead(
        action.getActionId(),
        action.getSubjectId(),
        action.getPolicy().intern(),
        action.getKind(),
        action.getMode(),
        action.getReverses());
  }

  /** Whether it is done, and not only recorded. */
  boolean isDone() {
    return mode != PolicyMode.SHADOW;
  }
}
