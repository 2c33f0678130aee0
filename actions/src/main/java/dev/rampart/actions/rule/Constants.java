package dev.rampart.actions.rule;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the constants of a rule: literals and thresholds. */
record Constants(Map<String, Variable> variables) {
  /** The number that an expression stands for; null when it is no constant exact as a double. */
  @Nullable Double number(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> number(expr.constant());
      case IDENT -> threshold(expr.ident().name());
      default -> null;
    };
  }

  private static @Nullable Double number(CelConstant constant) {
    return switch (constant.getKind()) {
      case DOUBLE_VALUE -> constant.doubleValue();
      case INT64_VALUE -> exact(constant.int64Value());
      default -> null;
    };
  }

  private static @Nullable Double exact(long value) {
    return Math.abs((double) value) > CountCondition.EXACT ? null : Double.valueOf((double) value);
  }

  /** Whether the expression is a literal of type int. */
  static boolean isWhole(CelExpr expr) {
    return expr.getKind() == Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.INT64_VALUE;
  }

  private @Nullable Double threshold(String name) {
    return variables.get(name) instanceof Variable.Threshold threshold ? threshold.value() : null;
  }

  /** The text of a literal; null when the expression is something else. */
  static @Nullable String text(CelExpr expr) {
    return expr.getKind() == Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? expr.constant().stringValue()
        : null;
  }
}
