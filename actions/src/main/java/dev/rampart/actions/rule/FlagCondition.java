package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;

/** A yes-or-no field of the event. */
record FlagCondition(EventField field) implements Condition {
  @Override
  public Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    return Truth.of((Boolean) event.value(field));
  }

  @Override
  public int cost() {
    return 2;
  }
}
