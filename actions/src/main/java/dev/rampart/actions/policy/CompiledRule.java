package dev.rampart.actions.policy;

import dev.rampart.actions.document.RuleDocument;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.rule.NecessaryBound;
import dev.rampart.actions.rule.RuleTrace;
import dev.rampart.actions.rule.Truth;
import dev.rampart.schemas.Reason;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** A rule that is ready to be tested, whatever state its policy is in. Any thread may use it. */
final class CompiledRule {
  private final RuleDocument document;
  private final RuleByEvent rule;
  private final LongAdder errors = new LongAdder();

  CompiledRule(RuleDocument document, RuleByEvent rule) {
    this.document = document;
    this.rule = rule;
  }

  RuleDocument document() {
    return document;
  }

  List<NecessaryBound> necessaryBounds() {
    return rule.necessaryBounds();
  }

  /** Evaluations that failed since the rule was compiled. */
  long errors() {
    return errors.sum();
  }

  Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    Truth truth = rule.ruleFor(event).test(event, features, scores, standing);
    if (truth == Truth.ERROR) {
      errors.increment();
    }
    return truth;
  }

  RuleTrace trace(EventView event, double[] features, float[] scores, Standing standing) {
    return rule.ruleFor(event).trace(event, features, scores, standing);
  }

  List<Reason> reasons(EventView event, double[] features, float[] scores, Standing standing) {
    return rule.ruleFor(event).reasons(event, features, scores, standing);
  }
}
