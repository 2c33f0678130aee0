package dev.rampart.ops.bench;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.actions.rule.Rule;
import dev.rampart.actions.rule.RuleCompiler;
import dev.rampart.actions.rule.RuleException;
import dev.rampart.actions.rule.RuleScope;
import dev.rampart.actions.rule.Truth;
import dev.rampart.ops.machine.Machine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * How many rules a core evaluates in a second of its time: a set of 1,000 as it is used, beside the
 * same rules in the CEL interpreter alone, in turns. Both must find the same number of matches.
 */
final class PolicyBench {
  private static final int RULES = 1_000;
  private static final int EVENTS = 512;
  private static final int WARM_UPS = 2;
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
    List<String> conditions =
        new ThousandRules(vocabulary.features(), vocabulary.scores(), 1).conditions(RULES);
    List<SampleEvents> events = SampleEvents.drawn(EVENTS, vocabulary, 2);
    PolicySet compiled = compiled(conditions, vocabulary);
    List<Rule> plain = plain(conditions, vocabulary);
    ToLongFunction<SampleEvents> byPolicySet =
        event ->
            compiled
                .evaluate(event.message(), event.features(), event.scores(), Standing.CLEAN)
                .matches()
                .size();
    ToLongFunction<SampleEvents> byCel = event -> matches(plain, event);
    requireSame(events, byPolicySet, byCel);
    List<Double> compiledRates = new ArrayList<>();
    List<Double> plainRates = new ArrayList<>();
    for (int round = 0; round < WARM_UPS + rounds; round++) {
      double ofSet = rate(events, byPolicySet);
      double ofCel = rate(events, byCel);
      notes.accept("%,.0f and %,.0f rule evaluations/s".formatted(ofSet, ofCel));
      if (round >= WARM_UPS) {
        compiledRates.add(ofSet);
        plainRates.add(ofCel);
      }
    }
    return new PolicyBenchTable(
        Machine.describe(),
        RULES,
        median(compiledRates),
        PLAIN,
        median(plainRates),
        median(compiledRates) / median(plainRates));
  }

  private static void requireSame(
      List<SampleEvents> events,
      ToLongFunction<SampleEvents> one,
      ToLongFunction<SampleEvents> other) {
    for (SampleEvents event : events) {
      if (one.applyAsLong(event) != other.applyAsLong(event)) {
        throw new IllegalStateException("the two sides do not find the same rules");
      }
    }
  }

  /** Rule evaluations in a second of processor time, so that other work does not count. */
  private static double rate(List<SampleEvents> events, ToLongFunction<SampleEvents> side) {
    long start = THREADS.getCurrentThreadCpuTime();
    long evaluated = 0;
    long found = 0;
    while (THREADS.getCurrentThreadCpuTime() - start < ROUND_NANOS) {
      for (SampleEvents event : events) {
        found += side.applyAsLong(event);
        evaluated += RULES;
      }
    }
    double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
    return found < 0 ? 0 : evaluated / seconds;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
  }

  private static PolicySet compiled(List<String> conditions, PolicyVocabulary vocabulary)
      throws PolicyException {
    StringBuilder yaml = new StringBuilder("policy: bench\nversion: 1\nstate: live\nrules:\n");
    for (int i = 0; i < conditions.size(); i++) {
      yaml.append("  - {id: r%d, when: \"%s\"}\n".formatted(i, conditions.get(i)));
    }
    return PolicySet.of(List.of(PolicyDocument.parse("bench.yml", yaml.toString())), vocabulary);
  }

  private static List<Rule> plain(List<String> conditions, PolicyVocabulary vocabulary)
      throws RuleException {
    RuleCompiler compiler =
        new RuleCompiler(new RuleScope(vocabulary.features(), vocabulary.scores(), Map.of()));
    List<Rule> rules = new ArrayList<>();
    for (String condition : conditions) {
      rules.add(compiler.plain(condition));
    }
    return rules;
  }

  private static long matches(List<Rule> rules, SampleEvents event) {
    long matches = 0;
    for (Rule rule : rules) {
      Truth truth = rule.test(event.message(), event.features(), event.scores(), Standing.CLEAN);
      matches += truth == Truth.TRUE ? 1 : 0;
    }
    return matches;
  }
}
