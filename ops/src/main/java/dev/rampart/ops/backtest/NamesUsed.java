package dev.rampart.ops.backtest;

import dev.rampart.actions.document.PolicyDocument;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names that the rules of some policies mention; a name inside a text literal counts too, which
 * reads a column for nothing and does no harm.
 */
final class NamesUsed {
  private static final Pattern NAME = Pattern.compile("\\b(event|features|scores)(?:\\.\\w++)++");

  private NamesUsed() {}

  static Set<String> of(Collection<PolicyDocument> policies) {
    Set<String> names = new TreeSet<>();
    policies.stream()
        .flatMap(policy -> policy.rules().stream())
        .forEach(
            rule -> NAME.matcher(rule.when().text()).results().forEach(m -> names.add(m.group())));
    return names;
  }
}
