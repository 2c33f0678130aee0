package dev.rampart.actions.rule;

import java.util.List;

/**
 * What each part of a rule came to for one event, also the parts that did not matter to the answer.
 *
 * @param truth of the whole rule
 * @param steps parts in the order of the rule's text, a whole before its parts, each once
 */
public record RuleTrace(Truth truth, List<Step> steps) {
  public RuleTrace {
    steps = List.copyOf(steps);
  }

  /**
   * A part of a rule.
   *
   * @param expression in CEL
   * @param value as text: {@code missing} for a feature or score that has none, {@code not
   *     recorded} for a field that was not kept, {@code error} where it cannot be worked out; text
   *     of a message is only told by its length
   * @param names whether the value tells who or where: ids, hashes of devices and addresses
   */
  public record Step(String expression, String value, boolean names) {}
}
