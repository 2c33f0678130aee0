package dev.rampart.actions.rule;

import java.util.List;

/** The text of a rule is not a valid condition; carries everything that is wrong with it. */
public final class RuleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<RuleError> errors;

  RuleException(List<RuleError> errors) {
    super(errors.toString());
    this.errors = List.copyOf(errors);
  }

  /** At least one error, in the order of the text. */
  public List<RuleError> errors() {
    return errors;
  }
}
