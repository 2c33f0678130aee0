package dev.rampart.actions.rule;

/**
 * What a condition says of an event. Joined as CEL joins errors: a false part decides a conjunction
 * and a true part decides a disjunction, whatever the other parts are.
 */
public enum Truth {
  FALSE,
  TRUE,
  /** A feature or score that the answer depends on has no value. */
  MISSING,
  /** The evaluation failed, by a division by zero or a limit that was hit for instance. */
  ERROR;

  /** Whether the condition has an answer at all. */
  public boolean decided() {
    return this == FALSE || this == TRUE;
  }

  Truth negated() {
    return switch (this) {
      case FALSE -> TRUE;
      case TRUE -> FALSE;
      case MISSING, ERROR -> this;
    };
  }

  /** The undecided outcome of two parts: a missing value explains more than an error does. */
  Truth orUndecided(Truth other) {
    return decided() || other == MISSING ? other : this;
  }

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }
}
