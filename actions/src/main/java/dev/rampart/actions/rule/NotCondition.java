package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;

/** The opposite of a condition. */
record NotCondition(Condition part) implements Condition {
  @Override
  public Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    return part.test(event, features, scores, standing).negated();
  }

  @Override
  public int cost() {
    return part.cost();
  }
}
