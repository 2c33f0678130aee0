package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;

/**
 * A whole number of the event, held against a constant. The bound is small enough to be exact as a
 * double, so that comparing as doubles orders every whole number rightly.
 */
record CountCondition(EventField field, Comparison comparison, double bound) implements Condition {
  /** Bounds further from zero than this are left to CEL. */
  static final double EXACT = 1L << 52;

  @Override
  public Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    return Truth.of(comparison.holdsMixed((double) (Long) event.value(field), bound));
  }

  @Override
  public int cost() {
    return 3;
  }
}
