package dev.rampart.ops.bench.recovery;

import java.util.List;

/**
 * What was measured.
 *
 * @param machine what it ran on
 * @param threads stream threads
 * @param rounds one row a round, each with an empty state folder
 */
public record RestoreTable(String machine, int threads, List<Round> rounds) {
  /**
   * One restore.
   *
   * @param accounts records in the changelog, one an account
   * @param megabytes their keys and values, in 1,000,000 bytes
   * @param restoreS seconds from the first record read to the last one stored
   * @param readyS seconds from the start of the stream threads until all partitions are processed
   * @param coreMicros processor time of the whole process for an account, in microseconds, embedded
   *     broker included
   */
  public record Round(
      int accounts, double megabytes, double restoreS, double readyS, double coreMicros) {
    double megabytesPerSecond() {
      return megabytes / restoreS;
    }

    double accountsPerSecond() {
      return accounts / restoreS;
    }
  }

  /** For people. */
  public String text() {
    StringBuilder text = new StringBuilder(machine);
    text.append("%n%d stream threads, cold restore of the account features%n".formatted(threads));
    for (Round round : rounds) {
      text.append(
          "%,d accounts, %,.0f MB: %.1f s, %,.1f MB/s, %,.0f accounts/s, %.1f core µs an account; ready after %.1f s%n"
              .formatted(
                  round.accounts(),
                  round.megabytes(),
                  round.restoreS(),
                  round.megabytesPerSecond(),
                  round.accountsPerSecond(),
                  round.coreMicros(),
                  round.readyS()));
    }
    return text.toString().stripTrailing();
  }
}
