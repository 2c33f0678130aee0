package dev.rampart.actions.policy;

/** Tells which policies are in force. Safe for use by many threads. */
@FunctionalInterface
public interface Policies {
  /**
   * The policies in force at a moment of event time.
   *
   * @param eventTime milliseconds since the epoch
   */
  PolicySet at(long eventTime);
}
