package dev.rampart.actions.backtest;

import java.util.Set;

/** What becomes of the actions of an event under another policy. */
public enum Flip {
  /** The same actions, by their ids. */
  NONE,
  /** It had none and has some. */
  ADDED,
  /** It had some and has none. */
  DROPPED,
  /** It has others than it had. */
  CHANGED;

  /** Compares what was done with what would be done, by action ids. */
  public static Flip between(Set<String> before, Set<String> after) {
    if (before.equals(after)) {
      return NONE;
    }
    if (before.isEmpty()) {
      return ADDED;
    }
    return after.isEmpty() ? DROPPED : CHANGED;
  }
}
