package dev.rampart.ops.backtest;

/** What a backtest makes of kill switches, snoozes and spent budgets. */
public enum RestraintUse {
  /** They hold where they held when the log was written; the draft's own budget is worked out. */
  SIMULATED,
  /** They hold where they held when the log was written, the budget of the draft too. */
  AS_LOGGED,
  /** Nothing is restrained. */
  LIFTED
}
