package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import java.util.List;

/** A part of a rule that can be tested on an event. Immutable; any thread may test it. */
interface Condition {
  /**
   * Tests the event; never throws for what an event holds.
   *
   * @param features values in the order of the catalogue, NaN where one is missing
   * @param scores values in the order of the vocabulary, NaN where one is missing
   */
  Truth test(EventView event, double[] features, float[] scores, Standing standing);

  /** Bounds without which the condition is false; of several each by itself. */
  default List<NecessaryBound> necessaryBounds() {
    return List.of();
  }

  /** Rough price of a test; a conjunction tests its cheap parts first. */
  int cost();
}
