package dev.rampart.actions.event;

/**
 * What an account has on record at one moment of event time, as rules see it under {@code
 * account.}. Asked only when a rule needs it, so that an implementation may look it up then.
 */
public interface Standing {
  /** Standing of an account that nothing was ever done to. */
  Standing CLEAN = of(0, 0);

  /** Sum of the weights of the strikes that have not expired, 0 or more. */
  double strikes();

  /**
   * Actions of the last 30 days that were not taken back, 0 or more; the ledger counts no further
   * than its bound.
   */
  int recentActions();

  /** A standing that is known already. */
  static Standing of(double strikes, int recentActions) {
    return new Known(strikes, recentActions);
  }

  /** Both numbers as they are. */
  record Known(double strikes, int recentActions) implements Standing {}
}
