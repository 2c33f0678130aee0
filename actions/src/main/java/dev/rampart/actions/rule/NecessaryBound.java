package dev.rampart.actions.rule;

import org.jspecify.annotations.Nullable;

/**
 * A bound of a feature or score without which a rule cannot be true: while the value is on the
 * wrong side, the rule is false whatever else it says. A value on the bound itself, and a missing
 * one, decide nothing.
 *
 * @param ofScore whether it bounds a score; a feature otherwise
 * @param index place of the value among the scores or features
 * @param least whether the bound is the least value; the greatest otherwise
 */
public record NecessaryBound(boolean ofScore, int index, boolean least, double bound) {
  /** The bound that a comparison with a constant sets; null when it sets none. */
  static @Nullable NecessaryBound of(NumberCondition condition) {
    Boolean least =
        switch (condition.comparison()) {
          case GREATER, GREATER_OR_EQUAL -> true;
          case LESS, LESS_OR_EQUAL -> false;
          case EQUAL, NOT_EQUAL -> null;
        };
    if (least == null) {
      return null;
    }
    if (condition.variable() instanceof Variable.Score score) {
      return new NecessaryBound(true, score.index(), least, condition.bound());
    }
    return condition.variable() instanceof Variable.Feature feature
        ? new NecessaryBound(false, feature.index(), least, condition.bound())
        : null;
  }
}
