package dev.rampart.topology.classify;

import java.time.Duration;

/**
 * Bounds of the records in flight.
 *
 * @param unfinishedPerTask most records of a task that wait for scores, 1 or more; fewer while the
 *     models are slow ({@link Window}). A task that reaches it waits for its oldest
 * @param drainLimit longest that a commit waits for scores; must stay well under {@code
 *     transaction.timeout.ms} (10 s). Past it the stream thread is replaced, its transaction is
 *     aborted and the records are read again
 * @param forwardInterval how often finished records are forwarded when no new ones come, 1 ms or
 *     more
 */
public record ClassifyLimits(int unfinishedPerTask, Duration drainLimit, Duration forwardInterval) {
  /** 2,048 records, 3 s, 2 ms. */
  public static ClassifyLimits defaults() {
    return new ClassifyLimits(2_048, Duration.ofSeconds(3), Duration.ofMillis(2));
  }
}
