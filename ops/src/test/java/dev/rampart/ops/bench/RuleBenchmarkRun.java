package dev.rampart.ops.bench;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link RuleBenchmark}. No test by its name, so that the build leaves it out; {@code
 * actions/README.md} says how to run it.
 */
final class RuleBenchmarkRun {
  @Test
  void measure() throws RunnerException {
    Collection<RunResult> unused =
        new Runner(
                new OptionsBuilder()
                    .include(RuleBenchmark.class.getName())
                    .jvmArgsAppend("-Drampart.root=" + System.getProperty("rampart.root"))
                    .output("target/rule-benchmark.txt")
                    .build())
            .run();
  }
}
