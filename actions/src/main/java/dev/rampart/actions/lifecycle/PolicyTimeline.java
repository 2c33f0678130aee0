package dev.rampart.actions.lifecycle;

import dev.rampart.actions.policy.Policies;
import dev.rampart.actions.policy.PolicyInForce;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.schemas.PolicyState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which policies are in force at which event time. Of each policy one version is LIVE, one CANARY
 * and one SHADOW at most: the one that came to that state last; a version that comes to a state
 * leaves the one that it was in. A pure function of its changes, whatever their order of arrival.
 *
 * <p>Safe for use by many threads; a question about the time that was asked about last costs two
 * comparisons.
 */
public final class PolicyTimeline implements Policies {
  /** The first one covers the time before all changes. */
  private final List<Interval> intervals;

  /** Only a hint, so that threads may overwrite each other's. */
  private volatile Interval latest;

  private PolicyTimeline(List<Interval> intervals) {
    this.intervals = intervals;
    this.latest = intervals.get(intervals.size() - 1);
  }

  static PolicyTimeline of(List<Change> changes) {
    Map<String, Map<PolicyState, PolicyInForce>> places = new TreeMap<>();
    List<Interval> intervals = new ArrayList<>();
    long from = Long.MIN_VALUE;
    for (Change change : changes.stream().sorted(Change.ORDER).toList()) {
      if (change.from() > from) {
        intervals.add(new Interval(from, change.from(), placed(places)));
        from = change.from();
      }
      place(places, change.policy());
    }
    intervals.add(new Interval(from, Long.MAX_VALUE, placed(places)));
    return new PolicyTimeline(intervals);
  }

  private static void place(
      Map<String, Map<PolicyState, PolicyInForce>> places, PolicyInForce policy) {
    Map<PolicyState, PolicyInForce> states =
        places.computeIfAbsent(policy.id(), id -> new EnumMap<>(PolicyState.class));
    states.values().removeIf(other -> other.version() == policy.version());
    states.put(policy.state(), policy);
  }

  private static List<PolicyInForce> placed(Map<String, Map<PolicyState, PolicyInForce>> places) {
    return places.values().stream().flatMap(states -> states.values().stream()).toList();
  }

  @Override
  public PolicySet at(long eventTime) {
    Interval interval = latest;
    if (!interval.covers(eventTime)) {
      interval = intervalAt(eventTime);
      latest = interval;
    }
    return interval.policies();
  }

  private Interval intervalAt(long eventTime) {
    int low = 0;
    int high = intervals.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (intervals.get(middle).from() <= eventTime) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return intervals.get(low);
  }
}
