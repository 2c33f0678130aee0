package dev.rampart.topology.features;

import dev.rampart.actions.rule.EventCondition;
import dev.rampart.actions.rule.RuleException;

/** Compiles conditions that were checked when their catalogue was read. */
final class Conditions {
  private Conditions() {}

  static EventCondition checked(String where) {
    try {
      return EventCondition.compile(where);
    } catch (RuleException e) {
      throw new IllegalStateException("condition was checked when the catalogue was read", e);
    }
  }
}
