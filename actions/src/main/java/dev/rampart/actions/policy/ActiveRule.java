package dev.rampart.actions.policy;

import dev.rampart.actions.document.ActionTemplate;
import dev.rampart.actions.document.OnMissing;
import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.RuleDocument;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.rule.NecessaryBound;
import dev.rampart.actions.rule.Truth;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.Reason;
import dev.rampart.schemas.SubjectType;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A rule of a policy that is in force. Any thread may use it. */
final class ActiveRule {
  private final PolicyDocument policy;
  private final CompiledRule rule;
  private final Escalation escalation;
  private final Acting acting;

  ActiveRule(PolicyDocument policy, CompiledRule rule, Acting acting) {
    this.policy = policy;
    this.rule = rule;
    this.escalation =
        new Escalation(policy.strikesExpire(), policy.ladder(), rule.document().cooldown());
    this.acting = acting;
  }

  /** Name for messages and meters, as {@code policy/rule}. */
  String name() {
    return policy.policy() + "/" + document().id();
  }

  RuleDocument document() {
    return rule.document();
  }

  List<NecessaryBound> necessaryBounds() {
    return rule.necessaryBounds();
  }

  /** Evaluations that failed since the rule was compiled. */
  long errors() {
    return rule.errors();
  }

  Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    return rule.test(event, features, scores, standing);
  }

  boolean matches(Truth truth) {
    return truth == Truth.TRUE
        || (!truth.decided() && document().onMissing() != OnMissing.NO_MATCH);
  }

  TracedRule trace(EventView event, double[] features, float[] scores, Standing standing) {
    return new TracedRule(
        match(event), document().when().text(), rule.trace(event, features, scores, standing));
  }

  /** The policy that it belongs to. */
  PolicyDocument policy() {
    return policy;
  }

  RuleMatch match(EventView event) {
    return new RuleMatch(policy.policy(), policy.version(), document().id(), mode(event));
  }

  private PolicyMode mode(EventView event) {
    return policy.allowed().spares(event) ? PolicyMode.SHADOW : acting.modeFor(event.accountId());
  }

  List<Reason> reasons(EventView event, double[] features, float[] scores, Standing standing) {
    return rule.reasons(event, features, scores, standing);
  }

  /** Hands over what the rule asks for. */
  void intents(
      Truth truth,
      RuleMatch match,
      EventView event,
      List<Reason> reasons,
      Consumer<ActionIntent> sink) {
    boolean review = !truth.decided() && document().onMissing() == OnMissing.REVIEW;
    List<ActionTemplate> templates = review ? List.of(reviewInstead()) : document().actions();
    for (ActionTemplate template : templates) {
      String subjectId = subjectId(template.subject(), event);
      if (!subjectId.isEmpty()) {
        double strikes = review ? 0 : document().strikes();
        sink.accept(intent(match, template, subjectId, event, reasons, strikes));
      }
    }
  }

  private ActionTemplate reviewInstead() {
    SubjectType subject =
        document().actions().isEmpty() ? SubjectType.USER : document().actions().get(0).subject();
    return new ActionTemplate(ActionKind.REVIEW, subject, "", Map.of(), null);
  }

  private ActionIntent intent(
      RuleMatch match,
      ActionTemplate template,
      String subjectId,
      EventView event,
      List<Reason> reasons,
      double strikes) {
    return new ActionIntent(
        match,
        template.subject(),
        subjectId,
        event.accountId(),
        template.kind(),
        template.parameters(),
        reasons,
        template.notice(),
        strikes,
        template.duration(),
        escalation);
  }

  private static String subjectId(SubjectType subject, EventView event) {
    return switch (subject) {
      case MESSAGE -> event.messageId();
      case USER -> event.accountId();
      case GUILD -> (String) event.value(EventField.GUILD_ID);
      case UNKNOWN -> "";
    };
  }
}
