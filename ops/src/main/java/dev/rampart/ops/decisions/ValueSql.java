package dev.rampart.ops.decisions;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FieldType;
import dev.rampart.ops.cli.CommandFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Translates the values that a condition looks at: fields, features, scores and constants. */
final class ValueSql {
  private static final Map<String, String> ARITHMETIC = Map.of("_+_", "+", "_-_", "-", "_*_", "*");

  private final Set<String> columns;
  private final Map<String, Double> thresholds;

  ValueSql(Set<String> columns, Map<String, Double> thresholds) {
    this.columns = columns;
    this.thresholds = thresholds;
  }

  /** A condition that is no comparison. */
  String truth(CelExpr expr) {
    if (expr.getKind() == Kind.CALL) {
      return call(expr);
    }
    if (isField(nameOf(expr), FieldType.BOOL)) {
      return of(expr);
    }
    throw unsupported("this part of the condition");
  }

  private String call(CelExpr expr) {
    List<CelExpr> operands = operands(expr);
    return switch (expr.call().function()) {
      case "@in" -> membership(operands.get(0), operands.get(1));
      case "matches" -> textFunction("regexp_matches", operands);
      case "startsWith" -> textFunction("starts_with", operands);
      case "endsWith" -> textFunction("ends_with", operands);
      case "contains" -> textFunction("contains", operands);
      default -> throw unsupported(expr.call().function());
    };
  }

  private static List<CelExpr> operands(CelExpr expr) {
    List<CelExpr> operands = new java.util.ArrayList<>();
    expr.call().target().ifPresent(operands::add);
    operands.addAll(expr.call().args());
    return operands;
  }

  private String textFunction(String function, List<CelExpr> operands) {
    return "%s(%s, %s)".formatted(function, of(operands.get(0)), of(operands.get(1)));
  }

  private String membership(CelExpr element, CelExpr list) {
    if (list.getKind() == Kind.LIST) {
      return list.list().elements().stream()
          .map(this::of)
          .collect(Collectors.joining(", ", of(element) + " IN (", ")"));
    }
    return "list_contains(%s, %s)".formatted(of(list), of(element));
  }

  /** A value of any type; a number that is missing is NULL, a field that is missing is empty. */
  String of(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr.constant());
      case IDENT, SELECT -> named(nameOf(expr));
      case CALL -> function(expr);
      default -> throw unsupported("this part of the condition");
    };
  }

  private static String constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case DOUBLE_VALUE -> RuleSql.number(constant.doubleValue());
      case INT64_VALUE -> Long.toString(constant.int64Value());
      case STRING_VALUE -> LogDatabase.text(constant.stringValue());
      case BOOLEAN_VALUE -> Boolean.toString(constant.booleanValue());
      default -> throw unsupported("a constant of this type");
    };
  }

  private String function(CelExpr expr) {
    String function = expr.call().function();
    List<CelExpr> operands = operands(expr);
    if (ARITHMETIC.containsKey(function)) {
      return "(%s %s %s)"
          .formatted(of(operands.get(0)), ARITHMETIC.get(function), of(operands.get(1)));
    }
    return switch (function) {
      case "size" -> "len(" + of(operands.get(0)) + ")";
      case "-_" -> "(-" + of(operands.get(0)) + ")";
      case "timestamp" -> timestamp(operands.get(0));
      default -> throw unsupported(function);
    };
  }

  private static String timestamp(CelExpr text) {
    long millis = Instant.parse(text.constant().stringValue()).toEpochMilli();
    return "epoch_ms(" + millis + ")";
  }

  private String named(String name) {
    if (name.startsWith("threshold.")) {
      return threshold(name.substring("threshold.".length()));
    }
    if (name.startsWith("event.")) {
      return field(name);
    }
    if (name.startsWith("account.")) {
      throw CommandFailure.wrongUsage(
          name + ": depends on what was decided before; `policies backtest` works it out again");
    }
    return column(name, name);
  }

  private String threshold(String name) {
    Double value = thresholds.get(name);
    if (value == null) {
      throw unknown("threshold." + name, thresholds.keySet());
    }
    return RuleSql.number(value);
  }

  private String field(String name) {
    EventField field =
        EventField.named(name.substring("event.".length()))
            .orElseThrow(() -> unknown(name, columns));
    String column = LogColumn.of(field);
    if (field == EventField.IS_DIRECT) {
      return "(coalesce(surface, '') = 'direct')";
    }
    return "coalesce(%s, %s)".formatted(column(column, name), LogColumn.emptyOf(field.type()));
  }

  private String column(String column, String name) {
    if (!columns.contains(column)) {
      throw unknown(name, columns);
    }
    return LogDatabase.name(column);
  }

  private static boolean isField(String name, FieldType type) {
    return name.startsWith("event.")
        && EventField.named(name.substring("event.".length()))
            .map(EventField::type)
            .equals(Optional.of(type));
  }

  /** Dotted name of a chain of selections; empty for anything else. */
  static String nameOf(CelExpr expr) {
    if (expr.getKind() == Kind.IDENT) {
      return expr.ident().name();
    }
    if (expr.getKind() == Kind.SELECT && !expr.select().testOnly()) {
      return nameOf(expr.select().operand()) + "." + expr.select().field();
    }
    return "";
  }

  private static CommandFailure unknown(String name, Set<String> allowed) {
    return CommandFailure.wrongUsage(
        name + ": is not in the log; allowed: " + String.join(", ", new TreeSet<>(allowed)));
  }

  private static CommandFailure unsupported(String what) {
    return CommandFailure.wrongUsage(
        what + ": cannot be asked of the log in the rule language; --sql can ask anything");
  }
}
