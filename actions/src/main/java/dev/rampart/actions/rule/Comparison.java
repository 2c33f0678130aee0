package dev.rampart.actions.rule;

/** How two numbers are compared. */
enum Comparison {
  LESS("_<_"),
  LESS_OR_EQUAL("_<=_"),
  GREATER("_>_"),
  GREATER_OR_EQUAL("_>=_"),
  EQUAL("_==_"),
  NOT_EQUAL("_!=_");

  private final String function;

  Comparison(String function) {
    this.function = function;
  }

  /** The comparison that CEL calls {@code function}, or null. */
  static @org.jspecify.annotations.Nullable Comparison of(String function) {
    for (Comparison comparison : values()) {
      if (comparison.function.equals(function)) {
        return comparison;
      }
    }
    return null;
  }

  /** The comparison that says the same with its sides exchanged. */
  Comparison mirrored() {
    return switch (this) {
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      case EQUAL, NOT_EQUAL -> this;
    };
  }

  /** Compares numbers of different types as CEL does, which then takes -0.0 for less than 0.0. */
  boolean holdsMixed(double left, double right) {
    return holds(Double.compare(left, right), 0);
  }

  /** Compares numbers of one type, as IEEE 754 says. */
  boolean holds(double left, double right) {
    return switch (this) {
      case LESS -> left < right;
      case LESS_OR_EQUAL -> left <= right;
      case GREATER -> left > right;
      case GREATER_OR_EQUAL -> left >= right;
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
    };
  }
}
