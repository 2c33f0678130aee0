package dev.rampart.ops.bench;

/**
 * The figures of one run of the policies suite.
 *
 * @param machine what it ran on
 * @param rules in the set
 * @param evaluationsPerSecond rules times events, a second, on one core
 * @param comparedWith the other side
 * @param comparedEvaluationsPerSecond its figure
 * @param ratio of the two
 */
public record PolicyBenchTable(
    String machine,
    int rules,
    double evaluationsPerSecond,
    String comparedWith,
    double comparedEvaluationsPerSecond,
    double ratio) {
  /** For people. */
  public String text() {
    return "%s%n%,d rules, one thread%n%-50s %,16.0f rule evaluations/s%n%-50s %,16.0f%n%-50s %16.1f"
        .formatted(
            machine,
            rules,
            "policies as they are used",
            evaluationsPerSecond,
            comparedWith,
            comparedEvaluationsPerSecond,
            "ratio",
            ratio);
  }
}
