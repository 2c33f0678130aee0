package dev.rampart.ops.explain;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.Reason;
import dev.rampart.schemas.SubjectType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An action with what became of it.
 *
 * @param reasons numbers that the rule looked at
 * @param reverses action that this one takes back; null in an ordinary one
 * @param reversedBy action that took this one back; null where none did in the recent past
 */
public record ActionView(
    UUID actionId,
    String eventId,
    ActionKind kind,
    PolicyMode mode,
    String policy,
    int policyVersion,
    String rule,
    SubjectType subjectType,
    String subjectId,
    Map<String, String> parameters,
    List<ReasonView> reasons,
    Instant issuedAt,
    @Nullable Instant expiresAt,
    @Nullable UUID reverses,
    @Nullable UUID reversedBy) {
  public ActionView {
    parameters = Map.copyOf(parameters);
    reasons = List.copyOf(reasons);
  }

  /**
   * A number that a rule looked at.
   *
   * @param threshold that it was held against; null where there is none
   */
  public record ReasonView(String name, String value, @Nullable Double threshold) {
    static ReasonView of(Reason reason) {
      return new ReasonView(reason.getName(), reason.getValue(), reason.getThreshold());
    }
  }

  static ActionView of(
      EnforcementAction action, Optional<UUID> reversedBy, UnaryOperator<String> mask) {
    boolean message = action.getSubjectType() == SubjectType.MESSAGE;
    return new ActionView(
        action.getActionId(),
        action.getEventId(),
        action.getKind(),
        action.getMode(),
        action.getPolicy(),
        action.getPolicyVersion(),
        action.getRule(),
        action.getSubjectType(),
        message ? action.getSubjectId() : mask.apply(action.getSubjectId()),
        action.getParameters(),
        action.getReasons().stream().map(ReasonView::of).toList(),
        action.getIssuedAt(),
        action.getExpiresAt(),
        action.getReverses(),
        reversedBy.orElse(null));
  }
}
