package dev.rampart.ops.chaos;

import dev.rampart.ops.chaos.OutputTally.Findings;
import dev.rampart.ops.chaos.proof.ProofReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run came to.
 *
 * @param plan what was done
 * @param eventsIn events that Kafka acknowledged
 * @param drained whether everything was committed in the end
 * @param findings what came out, held against what went in, as it was read during the run
 * @param deadLetters events refused; the community makes none that has to be
 * @param openTransactions transactions that nobody ended, and partitions held up by one
 * @param faults what was done and how it was overcome, in order
 * @param exits instances that ended by themselves
 * @param stop from SIGTERM to the end of the process
 * @param proof everything worked out again afterwards
 * @param elapsedS seconds, everything included
 */
record ChaosReport(
    ChaosPlan plan,
    long eventsIn,
    boolean drained,
    Findings findings,
    long deadLetters,
    long openTransactions,
    List<FaultRecord> faults,
    List<Exit> exits,
    Times stop,
    ProofReport proof,
    double elapsedS) {

  /** Whether every promise was kept. */
  boolean clean() {
    return drained
        && findings.clean()
        && deadLetters == 0
        && openTransactions == 0
        && exits.stream().allMatch(Exit::allowed)
        && proof.holds();
  }

  /** Times from a fault until every partition moved again, by kind of fault. */
  Map<String, Times> recoveries() {
    Map<String, List<FaultRecord>> kinds =
        faults.stream()
            .filter(record -> record.recoveredMs() != null)
            .collect(Collectors.groupingBy(FaultRecord::fault, TreeMap::new, Collectors.toList()));
    Map<String, Times> times = new TreeMap<>();
    kinds.forEach((fault, records) -> times.put(fault, Times.of(durations(records))));
    return times;
  }

  private static List<Duration> durations(List<FaultRecord> records) {
    return records.stream()
        .map(FaultRecord::recoveredMs)
        .filter(Objects::nonNull)
        .map(Duration::ofMillis)
        .toList();
  }

  /**
   * Median and longest of some times.
   *
   * @param count how many there are
   * @param p50 median in milliseconds; 0 when there is none
   * @param max longest in milliseconds; 0 when there is none
   */
  record Times(int count, long p50, long max) {
    static Times of(List<Duration> times) {
      List<Duration> sorted = times.stream().sorted().toList();
      return sorted.isEmpty()
          ? new Times(0, 0, 0)
          : new Times(
              sorted.size(),
              sorted.get((sorted.size() - 1) / 2).toMillis(),
              sorted.get(sorted.size() - 1).toMillis());
    }
  }
}
