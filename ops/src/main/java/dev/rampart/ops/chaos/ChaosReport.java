package dev.rampart.ops.chaos;

import dev.rampart.ops.chaos.OutputTally.Findings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param eventsIn events that Kafka acknowledged
 * @param drained whether everything was committed in the end
 * @param findings what came out, held against what went in
 * @param deadLetters events refused; the community makes none that has to be
 * @param openTransactions transactions that nobody ended, and partitions held up by one
 * @param strikes how often what was done
 * @param failOver from a strike until every partition moves again, by what was done
 * @param stop from SIGTERM to the end of the process
 * @param elapsedS seconds, everything included
 */
record ChaosReport(
    long eventsIn,
    boolean drained,
    Findings findings,
    long deadLetters,
    long openTransactions,
    Map<Strike, Long> strikes,
    Map<Strike, Times> failOver,
    Times stop,
    double elapsedS) {

  /** Whether every promise was kept. */
  boolean clean() {
    return drained && findings.clean() && deadLetters == 0 && openTransactions == 0;
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

    static Map<Strike, Times> of(Map<Strike, List<Duration>> all) {
      Map<Strike, Times> times = new TreeMap<>();
      all.forEach((strike, each) -> times.put(strike, of(each)));
      return times;
    }
  }
}
