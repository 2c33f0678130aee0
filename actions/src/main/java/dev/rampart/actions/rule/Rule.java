package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import dev.rampart.schemas.Reason;
import java.util.List;

/** The condition of a rule, compiled. Immutable; any thread may use it. */
public final class Rule {
  private final Condition condition;
  private final List<Evidence> evidence;

  Rule(Condition condition, List<Evidence> evidence) {
    this.condition = condition;
    this.evidence = List.copyOf(evidence);
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
