package dev.rampart.actions.ledger;

import dev.rampart.actions.document.LadderStep;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.schemas.SubjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Escalates what is done to an account by the strikes that it has. A step takes the place of what
 * the rules ask for of the account when it is more severe; otherwise they stand.
 */
final class Ladder {
  private Ladder() {}

  /**
   * The intents after escalation.
   *
   * @param striking one intent of each rule that gives strikes for this event
   * @param strikes of the account, those of this event included
   */
  static List<ActionIntent> escalate(
      List<ActionIntent> intents, List<ActionIntent> striking, double strikes) {
    Optional<ActionIntent> step =
        striking.stream()
            .flatMap(intent -> stepFor(intent, strikes).stream())
            .max(ConflictResolver.SEVERITY);
    return step.map(found -> escalate(intents, found)).orElse(intents);
  }

  private static List<ActionIntent> escalate(List<ActionIntent> intents, ActionIntent step) {
    if (intents.stream().anyMatch(intent -> isOfAccount(intent) && !isMoreSevere(step, intent))) {
      return intents;
    }
    List<ActionIntent> escalated = new ArrayList<>(intents);
    escalated.removeIf(Ladder::isOfAccount);
    escalated.add(step);
    return escalated;
  }

  private static boolean isMoreSevere(ActionIntent one, ActionIntent other) {
    return ConflictResolver.SEVERITY.compare(one, other) > 0;
  }

  private static boolean isOfAccount(ActionIntent intent) {
    return intent.subjectType() == SubjectType.USER;
  }

  private static Optional<ActionIntent> stepFor(ActionIntent intent, double strikes) {
    return intent.escalation().stepAt(strikes).map(step -> step(intent, step));
  }

  private static ActionIntent step(ActionIntent intent, LadderStep step) {
    return new ActionIntent(
        intent.match(),
        SubjectType.USER,
        intent.accountId(),
        intent.accountId(),
        step.kind(),
        step.duration() == null ? Map.of() : Map.of("duration", step.duration().toString()),
        intent.reasons(),
        intent.noticeKey(),
        intent.strikes(),
        step.duration(),
        intent.escalation());
  }
}
