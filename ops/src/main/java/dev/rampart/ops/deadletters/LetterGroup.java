package dev.rampart.ops.deadletters;

import java.time.Instant;

/**
 * Dead letters that one stage refused for one cause.
 *
 * @param count all of them
 * @param newest time of the newest
 * @param redriven of these, those that were sent again
 * @param cameBack of these, those that failed again after they were sent again
 */
public record LetterGroup(
    String stage, String cause, long count, Instant newest, long redriven, long cameBack) {}
