package dev.rampart.topology.features;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** Turns the simple part of checked CEL into Java; what it does not know it leaves to CEL. */
final class NativeFilter {
  private NativeFilter() {}

  static Optional<EventFilter> of(CelExpr expression) {
    return switch (expression.getKind()) {
      case IDENT -> field(expression).map(NativeFilter::flag);
      case CALL -> call(expression.call().function(), expression.call().args());
      default -> Optional.empty();
    };
  }

  private static EventFilter flag(EventField field) {
    return event -> (Boolean) event.value(field);
  }

  private static Optional<EventFilter> call(String function, List<CelExpr> arguments) {
    return switch (function) {
      case "_&&_" -> both(arguments);
      case "_||_" -> either(arguments);
      case "!_" -> of(arguments.get(0)).map(inner -> event -> !inner.matches(event));
      case "@in" -> membership(arguments.get(0), arguments.get(1));
      default -> comparison(function, arguments);
    };
  }

  private static Optional<EventFilter> both(List<CelExpr> arguments) {
    return of(arguments.get(0))
        .flatMap(
            left ->
                of(arguments.get(1))
                    .map(right -> event -> left.matches(event) && right.matches(event)));
  }

  private static Optional<EventFilter> either(List<CelExpr> arguments) {
    return of(arguments.get(0))
        .flatMap(
            left ->
                of(arguments.get(1))
                    .map(right -> event -> left.matches(event) || right.matches(event)));
  }

  private static Optional<EventFilter> membership(CelExpr item, CelExpr list) {
    if (list.getKind() != CelExpr.ExprKind.Kind.LIST) {
      return Optional.empty();
    }
    Set<String> texts = new HashSet<>();
    for (CelExpr element : list.list().elements()) {
      if (!isConstant(element, CelConstant.Kind.STRING_VALUE)) {
        return Optional.empty();
      }
      texts.add(element.constant().stringValue());
    }
    return field(item).map(field -> event -> texts.contains(text(event, field)));
  }

  private static Optional<EventFilter> comparison(String function, List<CelExpr> arguments) {
    if (arguments.size() != 2) {
      return Optional.empty();
    }
    CelExpr right = arguments.get(1);
    if (isConstant(right, CelConstant.Kind.STRING_VALUE)) {
      return field(arguments.get(0))
          .flatMap(field -> texts(function, field, right.constant().stringValue()));
    }
    if (isConstant(right, CelConstant.Kind.INT64_VALUE)) {
      return field(arguments.get(0))
          .flatMap(field -> numbers(function, field, right.constant().int64Value()));
    }
    return AgeFilter.of(function, arguments);
  }

  private static Optional<EventFilter> texts(String function, EventField field, String constant) {
    return switch (function) {
      case "_==_" -> Optional.of(event -> constant.equals(text(event, field)));
      case "_!=_" -> Optional.of(event -> !constant.equals(text(event, field)));
      default -> Optional.empty();
    };
  }

  private static Optional<EventFilter> numbers(String function, EventField field, long constant) {
    return test(function, constant).map(test -> event -> test.test((Long) event.value(field)));
  }

  static Optional<LongPredicate> test(String function, long constant) {
    return switch (function) {
      case "_==_" -> Optional.of(number -> number == constant);
      case "_!=_" -> Optional.of(number -> number != constant);
      case "_<_" -> Optional.of(number -> number < constant);
      case "_<=_" -> Optional.of(number -> number <= constant);
      case "_>_" -> Optional.of(number -> number > constant);
      case "_>=_" -> Optional.of(number -> number >= constant);
      default -> Optional.empty();
    };
  }

  static boolean isConstant(CelExpr expression, CelConstant.Kind kind) {
    return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && expression.constant().getKind() == kind;
  }

  /** The checker has put the whole dotted name of a declared field into one identifier. */
  static Optional<EventField> field(CelExpr expression) {
    return expression.getKind() == CelExpr.ExprKind.Kind.IDENT
        ? Expressions.field(expression.ident().name())
        : Optional.empty();
  }

  private static String text(EventView event, EventField field) {
    return (String) event.value(field);
  }
}
