package dev.rampart.actions.ledger;

/**
 * A mark against an account.
 *
 * @param eventId event that the rule matched
 * @param weight more than 0
 * @param givenAt event time in milliseconds
 * @param expiresAt event time in milliseconds from which it no longer counts
 */
public record Strike(String eventId, RuleKey rule, double weight, long givenAt, long expiresAt) {
  boolean countsAt(long eventTime) {
    return givenAt <= eventTime && eventTime < expiresAt;
  }
}
