package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import java.util.Set;

/** A text field of the event that equals one of some constants. */
record TextCondition(EventField field, Set<String> values) implements Condition {
  @Override
  public Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    return Truth.of(values.contains((String) event.value(field)));
  }

  @Override
  public int cost() {
    return 4;
  }
}
