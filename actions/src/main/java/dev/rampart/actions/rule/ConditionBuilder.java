package dev.rampart.actions.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a checked CEL tree into conditions; what has no condition of its own is left to CEL. */
final class ConditionBuilder {
  private final CelAbstractSyntaxTree tree;
  private final Map<String, Variable> variables;
  private final Constants constants;
  private final Function<CelAbstractSyntaxTree, Condition> interpreter;

  ConditionBuilder(
      CelAbstractSyntaxTree tree,
      Map<String, Variable> variables,
      Function<CelAbstractSyntaxTree, Condition> interpreter) {
    this.tree = tree;
    this.variables = variables;
    this.constants = new Constants(variables);
    this.interpreter = interpreter;
  }

  Condition build() {
    return build(tree.getExpr());
  }

  private Condition build(CelExpr expr) {
    Condition condition =
        switch (expr.getKind()) {
          case IDENT -> flag(expr);
          case CALL -> call(expr);
          default -> null;
        };
    return condition == null ? interpreted(expr) : condition;
  }

  private Condition interpreted(CelExpr expr) {
    return interpreter.apply(
        CelAbstractSyntaxTree.newCheckedAst(
            expr, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()));
  }

  private @Nullable Condition flag(CelExpr expr) {
    EventField field = field(expr, FieldType.BOOL);
    return field == null ? null : new FlagCondition(field);
  }

  private @Nullable Condition call(CelExpr expr) {
    CelCall call = expr.call();
    return switch (call.function()) {
      case "_&&_" -> JunctionCondition.all(parts(expr, "_&&_"));
      case "_||_" -> JunctionCondition.any(parts(expr, "_||_"));
      case "!_" -> new NotCondition(build(call.args().get(0)));
      case "_==_" -> orElse(text(call), comparison(call));
      case "_!=_" -> orElse(negated(text(call)), comparison(call));
      case "@in" -> membership(call);
      case "matches" -> pattern(call);
      default -> comparison(call);
    };
  }

  private static @Nullable Condition orElse(@Nullable Condition first, @Nullable Condition second) {
    return first == null ? second : first;
  }

  private static @Nullable Condition negated(@Nullable Condition condition) {
    return condition == null ? null : new NotCondition(condition);
  }

  private List<Condition> parts(CelExpr expr, String function) {
    List<Condition> parts = new ArrayList<>();
    collect(expr, function, parts);
    return parts;
  }

  private void collect(CelExpr expr, String function, List<Condition> parts) {
    if (expr.getKind() == Kind.CALL && expr.call().function().equals(function)) {
      expr.call().args().forEach(part -> collect(part, function, parts));
    } else {
      parts.add(build(expr));
    }
  }

  private @Nullable Condition text(CelCall call) {
    CelExpr left = call.args().get(0);
    CelExpr right = call.args().get(1);
    Condition condition = text(left, right);
    return condition == null ? text(right, left) : condition;
  }

  private @Nullable Condition text(CelExpr variable, CelExpr constant) {
    EventField field = field(variable, FieldType.STRING);
    String value = Constants.text(constant);
    return field == null || value == null ? null : new TextCondition(field, Set.of(value));
  }

  private @Nullable Condition membership(CelCall call) {
    EventField field = field(call.args().get(0), FieldType.STRING);
    CelExpr list = call.args().get(1);
    if (field == null || list.getKind() != Kind.LIST) {
      return null;
    }
    Set<String> values = new LinkedHashSet<>();
    for (CelExpr element : list.list().elements()) {
      String value = Constants.text(element);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return new TextCondition(field, Set.copyOf(values));
  }

  private @Nullable Condition pattern(CelCall call) {
    List<CelExpr> operands = new ArrayList<>(call.args());
    call.target().ifPresent(target -> operands.add(0, target));
    EventField field = field(operands.get(0), FieldType.STRING);
    CelConstant pattern = operands.get(1).constant();
    return field == null
        ? null
        : new PatternCondition(field, com.google.re2j.Pattern.compile(pattern.stringValue()));
  }

  private @Nullable Condition comparison(CelCall call) {
    Comparison comparison = Comparison.of(call.function());
    if (comparison == null) {
      return null;
    }
    CelExpr left = call.args().get(0);
    CelExpr right = call.args().get(1);
    Condition span = Spans.of(left, comparison, right, expr -> field(expr, FieldType.TIMESTAMP));
    Condition condition = span == null ? comparison(left, comparison, right) : span;
    return condition == null ? comparison(right, comparison.mirrored(), left) : condition;
  }

  private @Nullable Condition comparison(CelExpr variable, Comparison comparison, CelExpr bound) {
    Double number = constants.number(bound);
    if (number == null || variable.getKind() != Kind.IDENT) {
      return null;
    }
    if (variables.get(variable.ident().name()) instanceof Variable.Measure feature) {
      return new NumberCondition(feature, comparison, number, Constants.isWhole(bound));
    }
    EventField field = field(variable, FieldType.INT);
    return field == null || Math.abs(number) > CountCondition.EXACT
        ? null
        : new CountCondition(field, comparison, number);
  }

  private @Nullable EventField field(CelExpr expr, FieldType type) {
    return expr.getKind() == Kind.IDENT
            && variables.get(expr.ident().name()) instanceof Variable.Field variable
            && variable.field().type() == type
        ? variable.field()
        : null;
  }
}
