package dev.rampart.actions.policy;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.Threshold;
import dev.rampart.actions.document.ThresholdOverride;
import dev.rampart.actions.rule.Rule;
import dev.rampart.actions.rule.RuleCompiler;
import dev.rampart.actions.rule.RuleException;
import dev.rampart.actions.rule.RuleScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles the rules of a policy with the thresholds that its overrides give. */
final class RuleVariants {
  private final PolicyDocument document;
  private final PolicyVocabulary vocabulary;
  private final RuleCompiler plain;

  RuleVariants(PolicyDocument document, PolicyVocabulary vocabulary) {
    this.document = document;
    this.vocabulary = vocabulary;
    this.plain = compiler(0);
  }

  RuleByEvent of(String text) throws RuleException {
    List<ThresholdOverride> used = document.overrides();
    boolean varies =
        used.stream()
            .flatMap(override -> override.thresholds().keySet().stream())
            .anyMatch(name -> text.contains("threshold." + name));
    Rule rule = plain.compile(text);
    return varies
        ? new RuleByEvent(rule, used, mask -> variant(text, mask))
        : new RuleByEvent(rule);
  }

  private Rule variant(String text, int mask) {
    try {
      return compiler(mask).compile(text);
    } catch (RuleException e) {
      throw new IllegalStateException("a rule compiled with one value and not with another", e);
    }
  }

  private RuleCompiler compiler(int mask) {
    Map<String, Double> values = new HashMap<>();
    for (int i = 0; i < document.overrides().size(); i++) {
      if ((mask & 1 << i) != 0) {
        document.overrides().get(i).thresholds().forEach(values::putIfAbsent);
      }
    }
    for (Map.Entry<String, Threshold> threshold : document.thresholds().entrySet()) {
      values.putIfAbsent(threshold.getKey(), threshold.getValue().value());
    }
    return new RuleCompiler(new RuleScope(vocabulary.features(), vocabulary.scores(), values));
  }
}
