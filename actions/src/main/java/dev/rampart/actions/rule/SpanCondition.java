package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import java.time.Instant;

/**
 * The span between two times of the event, held against a constant: {@code event.time -
 * event.account_created_at < duration("72h")}.
 *
 * @param millis the constant; times of events have no finer unit
 */
record SpanCondition(EventField later, EventField earlier, Comparison comparison, long millis)
    implements Condition {

  @Override
  public Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    long span = millis(event.value(later)) - millis(event.value(earlier));
    return Truth.of(comparison.holds(Long.compare(span, millis), 0));
  }

  private static long millis(Object instant) {
    return ((Instant) instant).toEpochMilli();
  }

  @Override
  public int cost() {
    return 4;
  }
}
