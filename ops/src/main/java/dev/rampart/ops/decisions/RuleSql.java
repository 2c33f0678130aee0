package dev.rampart.ops.decisions;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.rampart.ops.cli.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Translates conditions of the rule language to SQL over the columns of the log. What SQL cannot
 * test the way CEL does is refused, never approximated.
 */
public final class RuleSql {
  private static final CelCompiler PARSER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .build();
  private static final Map<String, String> COMPARISONS =
      Map.of("_<_", "<", "_<=_", "<=", "_>_", ">", "_>=_", ">=", "_==_", "=", "_!=_", "<>");
  private static final Map<String, String> MIRRORED =
      Map.of("_<_", "_>_", "_<=_", "_>=_", "_>_", "_<_", "_>=_", "_<=_");

  private final ValueSql values;
  private final String swept;

  /**
   * @param columns of the log
   * @param thresholds that conditions may name, with their values
   * @param swept threshold that is kept apart, as {@code threshold.NAME}; empty for none
   */
  public RuleSql(Set<String> columns, Map<String, Double> thresholds, String swept) {
    this.values = new ValueSql(columns, thresholds);
    this.swept = swept;
  }

  /**
   * Translates a condition.
   *
   * @throws CommandFailure when it does not parse, names something that the log does not have, or
   *     says what SQL cannot test
   */
  public Predicate translate(String condition) {
    return predicate(parse(condition));
  }

  /** Translates a value: a field, a feature, a score. */
  String value(String text) {
    return values.of(parse(text));
  }

  private static CelExpr parse(String text) {
    try {
      return PARSER.parse(text).getAst().getExpr();
    } catch (CelValidationException broken) {
      throw CommandFailure.wrongUsage(
          broken.getErrors().stream()
              .map(
                  error ->
                      "column %d: %s"
                          .formatted(error.getSourceLocation().getColumn() + 1, error.getMessage()))
              .toList());
    }
  }

  private Predicate predicate(CelExpr expr) {
    if (expr.getKind() == Kind.CALL) {
      return call(expr);
    }
    return new Predicate.Leaf(values.truth(expr));
  }

  private Predicate call(CelExpr expr) {
    String function = expr.call().function();
    return switch (function) {
      case "_&&_" -> new Predicate.All(parts(expr, function));
      case "_||_" -> new Predicate.Any(parts(expr, function));
      case "!_" -> new Predicate.Not(predicate(expr.call().args().get(0)));
      default -> COMPARISONS.containsKey(function) ? comparison(expr) : leaf(expr);
    };
  }

  private Predicate leaf(CelExpr expr) {
    return new Predicate.Leaf(values.truth(expr));
  }

  private List<Predicate> parts(CelExpr expr, String function) {
    List<Predicate> parts = new ArrayList<>();
    for (CelExpr part : expr.call().args()) {
      if (part.getKind() == Kind.CALL && part.call().function().equals(function)) {
        parts.addAll(parts(part, function));
      } else {
        parts.add(predicate(part));
      }
    }
    return parts;
  }

  private Predicate comparison(CelExpr expr) {
    String function = expr.call().function();
    CelExpr left = expr.call().args().get(0);
    CelExpr right = expr.call().args().get(1);
    if (isSwept(right)) {
      return cut(left, function);
    }
    if (isSwept(left)) {
      return cut(right, MIRRORED.getOrDefault(function, function));
    }
    return new Predicate.Leaf(
        "%s %s %s".formatted(values.of(left), COMPARISONS.get(function), values.of(right)));
  }

  private boolean isSwept(CelExpr expr) {
    return !swept.isEmpty() && ValueSql.nameOf(expr).equals(swept);
  }

  private Predicate cut(CelExpr measure, String function) {
    String sql = "CAST(" + values.of(measure) + " AS DOUBLE)";
    return switch (function) {
      case "_>=_" -> new Predicate.Reaches(sql, true);
      case "_>_" -> new Predicate.Reaches(sql, false);
      case "_<_" -> new Predicate.Not(new Predicate.Reaches(sql, true));
      case "_<=_" -> new Predicate.Not(new Predicate.Reaches(sql, false));
      default ->
          throw CommandFailure.wrongUsage(
              swept + ": is compared for equality; a sweep needs <, <=, > or >=");
    };
  }

  /** A number of type DOUBLE. */
  static String number(double value) {
    return "CAST(" + LogDatabase.text(Double.toString(value)) + " AS DOUBLE)";
  }
}
