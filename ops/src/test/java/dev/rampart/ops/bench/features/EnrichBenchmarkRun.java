package dev.rampart.ops.bench.features;

import dev.rampart.ops.bench.JmhRun;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link EnrichBenchmark} on a virtual machine as the launcher starts it. No test by its name,
 * so that the build leaves it out; {@code topology/catalogue/README.md} says how to run it.
 */
final class EnrichBenchmarkRun {
  @Test
  void measure() throws RunnerException {
    Collection<RunResult> unused =
        new Runner(
                JmhRun.of(
                        EnrichBenchmark.class,
                        "enrich-benchmark.txt",
                        "-Xms2g",
                        "-Xmx2g",
                        "-XX:+UseG1GC")
                    .addProfiler(ProcessorTime.class)
                    .addProfiler(GCProfiler.class)
                    .build())
            .run();
  }
}
