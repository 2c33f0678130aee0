package dev.rampart.actions.rule;

/** Says to CEL that a feature or score has no value; CEL treats it as it treats an error. */
final class MissingValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingValue() {
    super("a feature or score has no value", null, false, false);
  }
}
