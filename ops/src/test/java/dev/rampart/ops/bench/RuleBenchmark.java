package dev.rampart.ops.bench;

import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.rule.RuleException;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.policies.PolicyFile;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A thousand rules for one message: as a policy set, and in the CEL interpreter alone. An operation
 * is one rule evaluated for one message. {@link RuleBenchmarkRun} runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@OperationsPerInvocation(RuleSides.RULES)
public class RuleBenchmark {
  /** One message in so many comes from an account younger than a month. */
  @Param({"20", "4", "1"})
  private int newcomersOneIn = 20;

  private @Nullable RuleSides sides;
  private List<SampleEvents> events = List.of();
  private int next;

  /** Compiles the rules; fails where the sides find different matches. */
  @Setup
  public void compile() throws PolicyException, RuleException {
    sides = RuleSides.of(PolicyFile.vocabulary(Sources.shipped()), newcomersOneIn);
    events = sides.events();
  }

  /** As they are used. */
  @Benchmark
  public int policySet() {
    return sides().matchesOfSet(nextEvent());
  }

  /** In the interpreter alone. */
  @Benchmark
  public int celAlone() {
    return sides().matchesOfCel(nextEvent());
  }

  private SampleEvents nextEvent() {
    next = next + 1 == events.size() ? 0 : next + 1;
    return events.get(next);
  }

  private RuleSides sides() {
    return Objects.requireNonNull(sides);
  }
}
