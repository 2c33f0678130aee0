package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import java.util.List;

/**
 * A feature, a score or the strikes, held against a constant.
 *
 * @param wholeBound whether the constant was written as a whole number
 */
record NumberCondition(
    Variable.Measure variable, Comparison comparison, double bound, boolean wholeBound)
    implements Condition {
  @Override
  public Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    double number = variable.number(event, features, scores, standing);
    return Double.isNaN(number) ? Truth.MISSING : Truth.of(holds(number));
  }

  private boolean holds(double number) {
    return wholeBound ? comparison.holdsMixed(number, bound) : comparison.holds(number, bound);
  }

  @Override
  public List<NecessaryBound> necessaryBounds() {
    NecessaryBound necessary = NecessaryBound.of(this);
    return necessary == null ? List.of() : List.of(necessary);
  }

  @Override
  public int cost() {
    return 1;
  }
}
