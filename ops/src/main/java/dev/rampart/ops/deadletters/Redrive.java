package dev.rampart.ops.deadletters;

import java.util.List;

/**
 * What a redrive did, or would do.
 *
 * @param dryRun whether nothing was sent
 * @param matched letters that were asked for and had not been sent again before
 * @param redriven letters that were sent again
 * @param failed letters that cannot be sent again
 * @param cameBack of those that were sent, those that are dead letters again by now
 * @param problems why letters cannot be sent again, a line for each kind
 */
public record Redrive(
    boolean dryRun,
    long matched,
    long redriven,
    long failed,
    long cameBack,
    List<String> problems) {
  public Redrive {
    problems = List.copyOf(problems);
  }
}
