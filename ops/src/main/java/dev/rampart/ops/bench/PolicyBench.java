package dev.rampart.ops.bench;

import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.actions.rule.RuleException;
import dev.rampart.ops.machine.Machine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * How many rules a core evaluates in a second of its time: a set of 1,000 as it is used, beside the
 * same rules in the CEL interpreter alone, in turns. One message in twenty comes from a new
 * account.
 */
final class PolicyBench {
  private static final int WARM_UPS = 2;
  private static final int NEWCOMERS_ONE_IN = 20;
  private static final long ROUND_NANOS = 1_500_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String PLAIN = "the same rules in the CEL interpreter alone";

  private final int rounds;
  private final Consumer<String> notes;

  PolicyBench(int rounds, Consumer<String> notes) {
    this.rounds = rounds;
    this.notes = notes;
  }

  PolicyBenchTable run(PolicyVocabulary vocabulary) throws PolicyException, RuleException {
    RuleSides sides = RuleSides.of(vocabulary, NEWCOMERS_ONE_IN);
    List<Double> compiledRates = new ArrayList<>();
    List<Double> plainRates = new ArrayList<>();
    for (int round = 0; round < WARM_UPS + rounds; round++) {
      double ofSet = rate(sides.events(), sides::matchesOfSet);
      double ofCel = rate(sides.events(), sides::matchesOfCel);
      notes.accept("%,.0f and %,.0f rule evaluations/s".formatted(ofSet, ofCel));
      if (round >= WARM_UPS) {
        compiledRates.add(ofSet);
        plainRates.add(ofCel);
      }
    }
    return new PolicyBenchTable(
        Machine.describe(),
        RuleSides.RULES,
        median(compiledRates),
        PLAIN,
        median(plainRates),
        median(compiledRates) / median(plainRates));
  }

  /** Rule evaluations in a second of processor time, so that other work does not count. */
  private static double rate(List<SampleEvents> events, ToLongFunction<SampleEvents> side) {
    long start = THREADS.getCurrentThreadCpuTime();
    long evaluated = 0;
    long found = 0;
    while (THREADS.getCurrentThreadCpuTime() - start < ROUND_NANOS) {
      for (SampleEvents event : events) {
        found += side.applyAsLong(event);
        evaluated += RuleSides.RULES;
      }
    }
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    return found < 0 ? 0 : evaluated / seconds;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
  }
}
