package dev.rampart.ops.explain;

import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.actions.policy.TracedRule;
import dev.rampart.actions.rule.RuleTrace;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.PolicyMode;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A rule that looked at the event.
 *
 * @param matched as the decision recorded it
 * @param text condition as written; empty where that version is not known any more
 * @param steps what each part of it came to; a whole before its parts
 */
public record RuleView(
    String policy,
    int version,
    String rule,
    PolicyMode mode,
    boolean matched,
    String text,
    List<RuleStep> steps) {
  public RuleView {
    steps = List.copyOf(steps);
  }

  /** A part of a rule in CEL, and its value. */
  public record RuleStep(String expression, String value) {
    static RuleStep of(RuleTrace.Step step, UnaryOperator<String> mask) {
      return new RuleStep(
          step.expression(), step.names() ? mask.apply(step.value()) : step.value());
    }
  }

  boolean isOf(MatchedRule match) {
    return policy.equals(match.getPolicy())
        && version == match.getPolicyVersion()
        && rule.equals(match.getRule());
  }

  /** A rule that matched and is not known any more. */
  static RuleView withoutSteps(MatchedRule match) {
    return new RuleView(
        match.getPolicy(),
        match.getPolicyVersion(),
        match.getRule(),
        match.getMode(),
        true,
        "",
        List.of());
  }

  static RuleView of(
      TracedRule traced, PolicyMode mode, boolean matched, UnaryOperator<String> mask) {
    RuleMatch rule = traced.rule();
    return new RuleView(
        rule.policy(),
        rule.policyVersion(),
        rule.rule(),
        mode,
        matched,
        traced.text(),
        traced.trace().steps().stream().map(step -> RuleStep.of(step, mask)).toList());
  }
}
