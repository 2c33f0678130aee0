package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;

/** A compiled condition over the fields of an event alone. Immutable; any thread may use it. */
@FunctionalInterface
public interface EventCondition {
  /** Whether the event meets it; never throws for what an event holds. */
  boolean isMetBy(EventView event);

  /**
   * Compiles a condition; the empty one is met by every event. One that cannot be worked out for an
   * event (an index past the end) is not met by it.
   *
   * @throws RuleException when it does not parse, names something other than a field of the event,
   *     has a wrong type or uses what rules may not use
   */
  static EventCondition compile(String text) throws RuleException {
    if (text.isBlank()) {
      return event -> true;
    }
    Condition condition = EventConditionCompiler.INSTANCE.condition(text);
    double[] noFeatures = {};
    float[] noScores = {};
    return event -> condition.test(event, noFeatures, noScores, Standing.CLEAN) == Truth.TRUE;
  }
}
