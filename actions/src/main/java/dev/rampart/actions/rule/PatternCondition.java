package dev.rampart.actions.rule;

import com.google.re2j.Pattern;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;

/**
 * A text field in which a constant pattern is found, compiled once where CEL would compile it for
 * every event. RE2 takes time linear in the length of the text, whatever the text is.
 */
record PatternCondition(EventField field, Pattern pattern) implements Condition {
  @Override
  public Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    return Truth.of(pattern.matcher((String) event.value(field)).find());
  }

  @Override
  public int cost() {
    return 500;
  }
}
