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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same {@value #RULES} rules twice, and messages to evaluate them for: as a policy set, which
 * is how they are used, and one by one in the CEL interpreter.
 *
 * @param events messages with features and scores
 * @param compiled the policy set
 * @param plain the rules alone
 */
record RuleSides(List<SampleEvents> events, PolicySet compiled, List<Rule> plain) {
  static final int RULES = 1_000;

  private static final int EVENTS = 512;

  /**
   * Makes both sides and sees that they find the same.
   *
   * @param newcomersOneIn one message in so many comes from an account younger than a month
   */
  static RuleSides of(PolicyVocabulary vocabulary, int newcomersOneIn)
      throws PolicyException, RuleException {
    List<String> conditions =
        new ThousandRules(vocabulary.features(), vocabulary.scores(), 1).conditions(RULES);
    RuleSides sides =
        new RuleSides(
            SampleEvents.drawn(EVENTS, vocabulary, 2, newcomersOneIn),
            compiled(conditions, vocabulary),
            plain(conditions, vocabulary));
    sides.requireSame();
    return sides;
  }

  /** How many rules match, by the policy set. */
  int matchesOfSet(SampleEvents event) {
    return compiled
        .evaluate(event.message(), event.features(), event.scores(), Standing.CLEAN)
        .matches()
        .size();
  }

  /** How many rules match, by the interpreter. */
  int matchesOfCel(SampleEvents event) {
    int matches = 0;
    for (Rule rule : plain) {
      Truth truth = rule.test(event.message(), event.features(), event.scores(), Standing.CLEAN);
      matches += truth == Truth.TRUE ? 1 : 0;
    }
    return matches;
  }

  private void requireSame() {
    for (SampleEvents event : events) {
      if (matchesOfSet(event) != matchesOfCel(event)) {
        throw new IllegalStateException("the two sides do not find the same rules");
      }
    }
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
}
