package dev.rampart.actions.document;

import java.util.Optional;

/**
 * What holds a policy in bounds.
 *
 * @param budget how much it may do; empty for no bound
 * @param abnormalRate what happens when it acts much more often than it used to
 * @param reviewSample share of its automatic actions, 0 to 1, that people see afterwards, so that
 *     its precision is known
 */
public record Guardrails(Optional<Budget> budget, AbnormalRate abnormalRate, double reviewSample) {
  /** No budget, an alarm, no sample. */
  public static final Guardrails DEFAULT = new Guardrails(Optional.empty(), AbnormalRate.ALARM, 0);

  /** What an abnormal rate of actions leads to. A rate that is too low only raises the alarm. */
  public enum AbnormalRate {
    /** Nothing. */
    IGNORE,
    /** An alarm. */
    ALARM,
    /** An alarm, and the policy goes back to shadow. */
    SHADOW
  }
}
