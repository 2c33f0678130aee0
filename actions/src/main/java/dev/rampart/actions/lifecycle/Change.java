package dev.rampart.actions.lifecycle;

import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.actions.policy.PolicyInForce;
import dev.rampart.schemas.PolicyTransition;
import java.util.Comparator;

/**
 * A version comes to a state.
 *
 * @param from event time in milliseconds
 * @param publishedAt wall-clock time in milliseconds; of changes at one event time the one that was
 *     published last wins
 */
record Change(long from, long publishedAt, PolicyInForce policy) {
  static final Comparator<Change> ORDER =
      Comparator.comparingLong(Change::from)
          .thenComparingLong(Change::publishedAt)
          .thenComparing(change -> change.policy().id())
          .thenComparingInt(change -> change.policy().version());

  static Change of(CompiledPolicy policy, PolicyTransition transition) {
    return new Change(
        transition.getEffectiveFrom().toEpochMilli(),
        transition.getPublishedAt().toEpochMilli(),
        new PolicyInForce(policy, transition.getState(), transition.getCanaryShare()));
  }

  /** What a file says holds from ever. */
  static Change asWritten(CompiledPolicy policy) {
    return new Change(Long.MIN_VALUE, Long.MIN_VALUE, PolicyInForce.asWritten(policy));
  }
}
