package dev.rampart.actions.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.Program;
import dev.rampart.actions.event.EventField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The parts of a rule that have a value of their own, each ready to be evaluated alone. What is
 * inside a loop has no single value: the loop is one part. Immutable; any thread may use it.
 */
final class Steps {
  private static final Set<EventField> NAMING =
      EnumSet.of(
          EventField.EVENT_ID,
          EventField.AUTHOR_ID,
          EventField.CHANNEL_ID,
          EventField.GUILD_ID,
          EventField.RECIPIENT_ID,
          EventField.TARGET_ID,
          EventField.REPLY_TO,
          EventField.DEVICE_HASH,
          EventField.IP_HASH,
          EventField.MENTIONS,
          EventField.ATTACHMENT_HASHES);

  private final CelAbstractSyntaxTree tree;
  private final Map<String, Variable> variables;
  private final Function<CelAbstractSyntaxTree, Program> planner;
  private final CelUnparser unparser = CelUnparserFactory.newUnparser();
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /**
   * A part.
   *
   * @param hidden whether it is made from the text of a message
   * @param names whether it tells who or where
   */
  record Part(String expression, Program program, boolean hidden, boolean names) {}

  private Steps(
      CelAbstractSyntaxTree tree,
      Map<String, Variable> variables,
      Function<CelAbstractSyntaxTree, Program> planner) {
    this.tree = tree;
    this.variables = variables;
    this.planner = planner;
  }

  /** The parts of a checked rule, a whole before its parts. */
  static List<Part> of(
      CelAbstractSyntaxTree tree,
      Map<String, Variable> variables,
      Function<CelAbstractSyntaxTree, Program> planner) {
    Steps steps = new Steps(tree, variables, planner);
    steps.add(tree.getExpr());
    return List.copyOf(steps.parts.values());
  }

  private void add(CelExpr expr) {
    if (expr.getKind() == Kind.CONSTANT || isListOfConstants(expr)) {
      return;
    }
    CelAbstractSyntaxTree part =
        CelAbstractSyntaxTree.newCheckedAst(
            expr, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap());
    String text = unparser.unparse(part);
    if (!parts.containsKey(text)) {
      Set<EventField> fields = fields(part);
      boolean hidden = fields.contains(EventField.CONTENT);
      boolean names = fields.stream().anyMatch(NAMING::contains);
      parts.put(text, new Part(text, planner.apply(part), hidden, names));
    }
    children(expr).forEach(this::add);
  }

  private static boolean isListOfConstants(CelExpr expr) {
    return expr.getKind() == Kind.LIST
        && expr.list().elements().stream().allMatch(each -> each.getKind() == Kind.CONSTANT);
  }

  /** Of {@code a && b && c} the three, not the pair that CEL makes first. */
  private static List<CelExpr> children(CelExpr expr) {
    List<CelExpr> children = new ArrayList<>();
    if (expr.getKind() == Kind.CALL) {
      expr.call().target().ifPresent(children::add);
      for (CelExpr argument : expr.call().args()) {
        children.addAll(isSameJunction(expr, argument) ? children(argument) : List.of(argument));
      }
    } else if (expr.getKind() == Kind.LIST) {
      children.addAll(expr.list().elements());
    } else if (expr.getKind() == Kind.SELECT) {
      children.add(expr.select().operand());
    }
    return children;
  }

  private static boolean isSameJunction(CelExpr whole, CelExpr part) {
    String function = whole.call().function();
    return (function.equals("_&&_") || function.equals("_||_"))
        && part.getKind() == Kind.CALL
        && part.call().function().equals(function);
  }

  private Set<EventField> fields(CelAbstractSyntaxTree part) {
    Set<EventField> fields = EnumSet.noneOf(EventField.class);
    CelNavigableAst.fromAst(part)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .filter(expr -> expr.getKind() == Kind.IDENT)
        .map(expr -> variables.get(expr.ident().name()))
        .forEach(
            variable -> {
              if (variable instanceof Variable.Field field) {
                fields.add(field.field());
              }
            });
    return fields;
  }
}
