package dev.rampart.topology.decide;

import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.Escalation;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.actions.policy.Verdict;
import dev.rampart.schemas.AmendedAction;
import dev.rampart.schemas.Amendment;
import dev.rampart.schemas.Finding;
import dev.rampart.schemas.PolicyMode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what an amendment of the past asks for, as if its policy had just asked for it. */
final class AmendmentVerdict {
  private AmendmentVerdict() {}

  /**
   * @param finding that has an amendment
   */
  static Verdict of(Finding finding) {
    Amendment amendment = Objects.requireNonNull(finding.getAmendment());
    List<ActionIntent> intents =
        amendment.getActions().stream()
            .map(action -> intent(amendment, action, finding.getAccountId()))
            .toList();
    return new Verdict(intents.stream().map(ActionIntent::match).distinct().toList(), intents);
  }

  private static ActionIntent intent(Amendment amendment, AmendedAction action, String account) {
    return new ActionIntent(
        new RuleMatch(
            amendment.getPolicy(), amendment.getPolicyVersion(), action.getRule(), PolicyMode.LIVE),
        action.getSubjectType(),
        action.getSubjectId(),
        account,
        action.getKind(),
        action.getParameters(),
        action.getReasons(),
        action.getNoticeKey(),
        action.getStrikes(),
        duration(action.getDurationMs()),
        new Escalation(
            Duration.ofMillis(action.getStrikesExpireMs()),
            List.of(),
            duration(action.getCooldownMs())));
  }

  private static @Nullable Duration duration(@Nullable Long millis) {
    return millis == null ? null : Duration.ofMillis(millis);
  }
}
