package dev.rampart.actions.ledger;

/**
 * A time during which a rule spares the account.
 *
 * @param eventId event that started it
 * @param startsAt event time in milliseconds
 * @param endsAt event time in milliseconds from which the rule acts again
 */
public record Cooldown(String eventId, RuleKey rule, long startsAt, long endsAt) {
  boolean coversAt(RuleKey other, long eventTime) {
    return rule.equals(other) && startsAt <= eventTime && eventTime < endsAt;
  }
}
