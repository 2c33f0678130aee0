package dev.rampart.actions.document;

import java.time.Duration;

/**
 * How much a policy may do.
 *
 * @param actions that are done in a window, reviews not counted, 1 or more
 * @param window its length; windows of event time follow each other, the first began in 1970
 * @param toShadow whether the policy goes back to shadow when the budget is spent; otherwise what
 *     it asks for goes to review until the window ends
 */
public record Budget(long actions, Duration window, boolean toShadow) {
  /**
   * How far ahead a policy goes back to shadow: long enough for all instances to have read that.
   */
  public static final Duration SWITCH_IN = Duration.ofMillis(500);
}
