package dev.rampart.ops.upgrade;

import dev.rampart.ops.chaos.OutputTally.Findings;
import java.util.List;
import java.util.Map;

/**
 * What a rehearsed upgrade did.
 *
 * @param machine date, processor and Java
 * @param from name of the build that was replaced
 * @param events that were written
 * @param drained whether all were processed in time
 * @param findings what is missing, twice or out of order
 * @param deadLetters none belongs here
 * @param byCatalogue decisions by version of the catalogue
 * @param byPolicyVersion decisions by version of the policy that changed
 * @param replacedSeconds from the signal to stop to the new build being ready, for each instance
 * @param longestPauseSeconds between two decisions of a partition
 * @param p50Millis from append to readable decision, over the whole run
 */
record UpgradeReport(
    String machine,
    String from,
    long events,
    boolean drained,
    Findings findings,
    long deadLetters,
    Map<String, Long> byCatalogue,
    Map<Integer, Long> byPolicyVersion,
    List<Double> replacedSeconds,
    double longestPauseSeconds,
    long p50Millis,
    long p99Millis) {

  /** Whether nothing was lost and everything changed. */
  boolean clean() {
    return drained
        && findings.clean()
        && deadLetters == 0
        && byCatalogue.size() == 2
        && byPolicyVersion.size() == 2;
  }

  /** The same for people. */
  String text() {
    return """
        %s
        rolling upgrade from %s, %,d events: %s
        decisions %,d, missing %d, duplicated %d, out of order %d; actions %,d, not matching decisions %d, duplicated %d; dead letters %d
        decisions by catalogue %s; by version of the policy %s
        an instance was replaced in %s s; longest pause of a partition %.1f s; latency p50 %d ms, p99 %d ms"""
        .formatted(
            machine,
            from,
            events,
            clean() ? "clean" : "NOT CLEAN",
            findings.decisions(),
            findings.missing(),
            findings.duplicates(),
            findings.outOfOrder(),
            findings.actions(),
            findings.unmatchedActions(),
            findings.duplicateActions(),
            deadLetters,
            byCatalogue,
            byPolicyVersion,
            replacedSeconds,
            longestPauseSeconds,
            p50Millis,
            p99Millis);
  }
}
