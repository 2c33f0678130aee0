package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.event.UnrecordedFieldException;
import dev.rampart.schemas.Reason;
import java.util.List;

/** The condition of a rule, compiled. Immutable; any thread may use it. */
public final class Rule {
  private final Condition condition;
  private final List<Evidence> evidence;
  private final RuleTracer tracer;

  Rule(Condition condition, List<Evidence> evidence, RuleTracer tracer) {
    this.condition = condition;
    this.evidence = List.copyOf(evidence);
    this.tracer = tracer;
  }

  /**
   * Tests an event. Never throws for what an event holds, and allocates nothing when the answer
   * needs no CEL.
   *
   * @param features values in the order of the scope, NaN where one is missing
   * @param scores values in the order of the scope, NaN where one is missing
   */
  public Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    return condition.test(event, features, scores, standing);
  }

  /** What each part of the rule comes to; slow, for a person who asks why. */
  public RuleTrace trace(EventView event, double[] features, float[] scores, Standing standing) {
    return tracer.trace(
        truth(event, features, scores, standing), event, features, scores, standing);
  }

  private Truth truth(EventView event, double[] features, float[] scores, Standing standing) {
    try {
      return test(event, features, scores, standing);
    } catch (UnrecordedFieldException forgotten) {
      return Truth.MISSING;
    }
  }

  /** Bounds without which the rule is false; each of them alone rules it out. */
  public List<NecessaryBound> necessaryBounds() {
    return condition.necessaryBounds();
  }

  /** The numbers that the rule looks at, as they are for this event; never any text of it. */
  public List<Reason> reasons(
      EventView event, double[] features, float[] scores, Standing standing) {
    return evidence.stream().map(e -> e.reason(event, features, scores, standing)).toList();
  }
}
