package dev.rampart.actions.lifecycle;

import dev.rampart.actions.policy.PolicyInForce;
import dev.rampart.actions.policy.PolicySet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span of event time in which no policy changes its state. Safe for use by many threads. */
final class Interval {
  private final long from;
  private final long to;
  private final List<PolicyInForce> policies;
  private volatile @Nullable PolicySet assembled;

  /**
   * @param from first millisecond
   * @param to first millisecond after it; Long.MAX_VALUE when it has no end
   */
  Interval(long from, long to, List<PolicyInForce> policies) {
    this.from = from;
    this.to = to;
    this.policies = List.copyOf(policies);
  }

  boolean covers(long eventTime) {
    return from <= eventTime && eventTime < to;
  }

  long from() {
    return from;
  }

  /** Assembled when first asked for: most of the past is never looked at. */
  PolicySet policies() {
    PolicySet known = assembled;
    if (known == null) {
      known = PolicySet.inForce(policies);
      assembled = known;
    }
    return known;
  }
}
