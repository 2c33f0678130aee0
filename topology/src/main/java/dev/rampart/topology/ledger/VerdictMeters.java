package dev.rampart.topology.ledger;

import dev.rampart.actions.guard.PrecisionEstimate;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.ReviewSample;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What reviewers said of the actions of each policy, and what follows for its precision from those
 * that were drawn at random. As this instance has seen it since it started: the topics are the
 * record. Safe for use by many threads.
 */
final class VerdictMeters {
  private final MeterRegistry meters;
  private final Map<String, PrecisionEstimate> estimates = new ConcurrentHashMap<>();

  VerdictMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Counts a verdict on an action of {@code policy}. */
  void count(Feedback feedback, UUID actionId, String policy, PolicySet inForce) {
    boolean right = feedback.getOutcome() == FeedbackOutcome.UPHELD;
    Counter.builder("rampart.verdicts")
        .description("Verdicts of reviewers on actions, by the policy that acted")
        .tag("policy", policy)
        .tag("outcome", right ? "upheld" : "overturned")
        .register(meters)
        .increment();
    double share = inForce.reviewSample(policy);
    if (ReviewSample.includes(actionId, share)) {
      estimate(policy).add(right, share);
    }
  }

  private PrecisionEstimate estimate(String policy) {
    return estimates.computeIfAbsent(policy, this::shown);
  }

  private PrecisionEstimate shown(String policy) {
    PrecisionEstimate estimate = new PrecisionEstimate();
    Gauge.builder("rampart.policy.precision", estimate, PrecisionEstimate::precision)
        .description("Share of right actions among those drawn for review, weighted, 0 to 1")
        .tag("policy", policy)
        .register(meters);
    return estimate;
  }
}
