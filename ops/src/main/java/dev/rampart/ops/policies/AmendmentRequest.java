package dev.rampart.ops.policies;

import dev.rampart.ops.cli.CommandFailure;
import java.time.Instant;

/**
 * Asks that a published version be applied to a time of the past.
 *
 * @param from first event time
 * @param to event time before which to stop; not in the future
 * @param budget most actions, reviews not counted, 1 or more
 * @param reviewOver whether what goes over the budget is reviewed; otherwise nothing is done at all
 */
public record AmendmentRequest(
    String policy, int version, Instant from, Instant to, long budget, boolean reviewOver) {
  /** Most actions that one amendment may take: they are one transaction. */
  public static final long MOST_ACTIONS = 50_000;

  /**
   * @throws CommandFailure where the span is empty or the budget out of range
   */
  public AmendmentRequest {
    if (!from.isBefore(to)) {
      throw CommandFailure.wrongUsage(
          "from: found %s, allowed is a time before to, %s".formatted(from, to));
    }
    if (budget < 1 || budget > MOST_ACTIONS) {
      throw CommandFailure.wrongUsage(
          "budget: found %d, allowed is 1 to %d".formatted(budget, MOST_ACTIONS));
    }
  }
}
