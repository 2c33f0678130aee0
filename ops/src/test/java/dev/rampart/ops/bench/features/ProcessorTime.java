package dev.rampart.ops.bench.features;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time of the measuring thread for one operation: what a busy machine blurs less than the
 * time that JMH itself takes. A benchmark tells it what each of its calls took.
 */
public final class ProcessorTime implements InternalProfiler {
  private static final AtomicLong SPENT = new AtomicLong();

  /** Adds what a call took, in nanoseconds. */
  static void add(long nanos) {
    SPENT.addAndGet(nanos);
  }

  @Override
  public String getDescription() {
    return "Processor time of the measuring thread";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    SPENT.set(0);
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double micros = SPENT.get() / 1000.0;
    return List.of(
        new ScalarResult(
            "processor.time",
            micros / result.getMetadata().getAllOps(),
            "us/op",
            AggregationPolicy.AVG));
  }
}
