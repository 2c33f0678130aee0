package dev.rampart.actions.ledger;

import dev.rampart.actions.policy.RuleMatch;

/** A rule, whatever its version. */
public record RuleKey(String policy, String rule) {
  static RuleKey of(RuleMatch match) {
    return new RuleKey(match.policy(), match.rule());
  }
}
