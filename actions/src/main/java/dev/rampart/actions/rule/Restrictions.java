package dev.rampart.actions.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what CEL allows and rules may not use: {@code dyn}, which would put off type errors until
 * an event arrives, and patterns that are not valid constants.
 */
final class Restrictions {
  /** Instructions that a compiled pattern may have; the time of a match grows with them. */
  static final int MAX_PATTERN_PROGRAM = 1_000;

  private final CelAbstractSyntaxTree tree;
  private final List<RuleError> violations = new ArrayList<>();

  Restrictions(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  List<RuleError> violations() {
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL)
        .forEach(node -> visit(node.expr()));
    return violations;
  }

  private void visit(CelExpr expr) {
    CelCall call = expr.call();
    if (call.function().equals("dyn")) {
      report(expr, "dyn() is not allowed in a rule: it hides type errors until an event arrives");
    }
    if (call.function().equals("matches")) {
      visitPattern(call.args().get(call.args().size() - 1));
    }
  }

  private void visitPattern(CelExpr pattern) {
    if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT
        || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
      report(pattern, "the pattern of matches() must be a constant text");
      return;
    }
    visitPattern(pattern, pattern.constant().stringValue());
  }

  private void visitPattern(CelExpr pattern, String text) {
    if (EndlessFold.isIn(text)) {
      report(pattern, EndlessFold.REFUSAL);
      return;
    }
    try {
      int size = Pattern.compile(text).programSize();
      if (size > MAX_PATTERN_PROGRAM) {
        report(
            pattern,
            "the pattern compiles to " + size + " instructions, allowed " + MAX_PATTERN_PROGRAM);
      }
    } catch (PatternSyntaxException e) {
      report(pattern, "not a pattern that RE2 knows: " + e.getDescription());
    } catch (StackOverflowError deep) { // RE2/J goes through groups and repetitions by recursion.
      report(pattern, "the pattern nests or repeats too much, allowed " + MAX_PATTERN_PROGRAM);
    }
  }

  private void report(CelExpr expr, String message) {
    int offset = tree.getSource().getPositionsMap().getOrDefault(expr.id(), 0);
    CelSourceLocation location =
        tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
    violations.add(new RuleError(location.getLine(), location.getColumn(), message));
  }
}
