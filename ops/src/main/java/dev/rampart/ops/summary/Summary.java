package dev.rampart.ops.summary;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What a run of the pipeline came to.
 *
 * @param eventsIn events written to the inputs
 * @param decisions decisions read back of events that were written to the inputs
 * @param findings decisions read back of what was found later about events
 * @param actions actions read back, by kind
 * @param reviewItems items for reviewers read back
 * @param deadLetters events that could not be processed
 * @param duplicatesDropped events dropped as repeats of an event id
 * @param missing events that are nowhere: 0 when the pipeline kept its promise
 * @param decidedTwice decisions beyond the first of an event: 0 when the pipeline kept its promise
 * @param elapsedS seconds from the first event written to the last decision read
 * @param eventsPerS events in, by elapsed second
 * @param latencyMs from the append of an event to its decision being readable, milliseconds
 * @param policies figures by policy where the truth is known; empty otherwise
 */
public record Summary(
    long eventsIn,
    long decisions,
    long findings,
    Map<String, Long> actions,
    long reviewItems,
    long deadLetters,
    long duplicatesDropped,
    long missing,
    long decidedTwice,
    double elapsedS,
    double eventsPerS,
    Latency latencyMs,
    Map<String, PolicyQuality> policies) {

  /** Percentiles in milliseconds. */
  public record Latency(long p50, long p95, long p99) {}

  /** Whether every event was decided, and once. */
  public boolean complete() {
    return missing == 0 && decidedTwice == 0;
  }

  /** Precision by policy; a policy that flagged nothing is left out. */
  public Map<String, Double> precision() {
    return figures(PolicyQuality::precision);
  }

  /** Recall by policy; a policy with nothing to find is left out. */
  public Map<String, Double> recall() {
    return figures(PolicyQuality::recall);
  }

  private Map<String, Double> figures(ToDoubleFunction<PolicyQuality> figure) {
    Map<String, Double> figures = new TreeMap<>();
    policies.forEach(
        (policy, quality) -> {
          double value = figure.applyAsDouble(quality);
          if (!Double.isNaN(value)) {
            figures.put(policy, Math.round(value * 1e4) / 1e4);
          }
        });
    return figures;
  }
}
