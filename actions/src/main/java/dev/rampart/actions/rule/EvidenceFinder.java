package dev.rampart.actions.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the numbers that a rule looks at, and the constants that it holds them against. */
final class EvidenceFinder {
  private final CelAbstractSyntaxTree tree;
  private final Map<String, Variable> variables;
  private final Constants constants;
  private final Map<String, Evidence> found = new LinkedHashMap<>();

  EvidenceFinder(CelAbstractSyntaxTree tree, Map<String, Variable> variables) {
    this.tree = tree;
    this.variables = variables;
    this.constants = new Constants(variables);
  }

  /** One piece for each number, in the order of the rule's text. */
  List<Evidence> find() {
    CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach(node -> visit(node.expr()));
    return List.copyOf(found.values());
  }

  private void visit(CelExpr expr) {
    if (expr.getKind() == Kind.IDENT) {
      add(expr, null);
    } else if (expr.getKind() == Kind.CALL && Comparison.of(expr.call().function()) != null) {
      CelExpr left = expr.call().args().get(0);
      CelExpr right = expr.call().args().get(1);
      add(left, constants.number(right));
      add(right, constants.number(left));
    }
  }

  private void add(CelExpr expr, @Nullable Double threshold) {
    if (expr.getKind() != Kind.IDENT) {
      return;
    }
    String name = expr.ident().name();
    Variable variable = variables.get(name);
    if (variable != null && Evidence.isShown(variable)) {
      found.merge(
          name,
          new Evidence(name, variable, threshold),
          (known, added) -> known.threshold() == null ? added : known);
    }
  }
}
