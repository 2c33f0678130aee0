package dev.rampart.ops.bench;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link RuleBenchmark}. No test by its name, so that the build leaves it out; {@code
 * actions/README.md} says how to run it.
 */
final class RuleBenchmarkRun {
  @Test
  void measure() throws RunnerException {
    Collection<RunResult> unused =
        new Runner(JmhRun.of(RuleBenchmark.class, "rule-benchmark.txt").build()).run();
  }
}
