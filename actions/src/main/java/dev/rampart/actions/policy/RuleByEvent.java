package dev.rampart.actions.policy;

import dev.rampart.actions.document.ThresholdOverride;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.rule.NecessaryBound;
import dev.rampart.actions.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * A rule with the thresholds that hold for an event. Each combination of overrides is compiled when
 * an event first needs it. Safe for use by many threads.
 */
final class RuleByEvent {
  private final Rule plain;
  private final List<ThresholdOverride> overrides;
  private final IntFunction<Rule> compiler;
  private final Map<Integer, Rule> variants = new ConcurrentHashMap<>();

  RuleByEvent(Rule plain) {
    this(plain, List.of(), mask -> plain);
  }

  /**
   * @param compiler makes the rule for the overrides whose bits are set
   */
  RuleByEvent(Rule plain, List<ThresholdOverride> overrides, IntFunction<Rule> compiler) {
    this.plain = plain;
    this.overrides = overrides;
    this.compiler = compiler;
  }

  /** Bounds that hold whatever the event; none where overrides may move them. */
  List<NecessaryBound> necessaryBounds() {
    return overrides.isEmpty() ? plain.necessaryBounds() : List.of();
  }

  Rule ruleFor(EventView event) {
    if (overrides.isEmpty()) {
      return plain;
    }
    int mask = 0;
    for (int i = 0; i < overrides.size(); i++) {
      mask |= overrides.get(i).holdsFor(event) ? 1 << i : 0;
    }
    return mask == 0 ? plain : variants.computeIfAbsent(mask, compiler::apply);
  }
}
