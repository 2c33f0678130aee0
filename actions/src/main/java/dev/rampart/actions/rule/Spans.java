package dev.rampart.actions.rule;

import dev.cel.common.ast.CelExpr;
import dev.rampart.actions.event.EventField;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds comparisons of a span between two times with a constant that are simple enough for Java.
 */
final class Spans {
  private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6})([smh])");

  private Spans() {}

  /**
   * The condition; null where it is left to CEL.
   *
   * @param time the time field that an expression names, or null
   */
  static @Nullable Condition of(
      CelExpr left,
      Comparison comparison,
      CelExpr right,
      Function<CelExpr, @Nullable EventField> time) {
    List<CelExpr> times = arguments(left, "_-_", 2);
    List<CelExpr> length = arguments(right, "duration", 1);
    if (times.isEmpty() || length.isEmpty()) {
      return null;
    }
    EventField later = time.apply(times.get(0));
    EventField earlier = time.apply(times.get(1));
    Long millis = millis(Constants.text(length.get(0)));
    return later == null || earlier == null || millis == null
        ? null
        : new SpanCondition(later, earlier, comparison, millis);
  }

  private static List<CelExpr> arguments(CelExpr expr, String function, int count) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CALL
            && expr.call().function().equals(function)
            && expr.call().args().size() == count
        ? expr.call().args()
        : List.of();
  }

  private static @Nullable Long millis(@Nullable String text) {
    Matcher form = LENGTH.matcher(text == null ? "" : text);
    return form.matches()
        ? Long.valueOf(Long.parseLong(form.group(1)) * unitMillis(form.group(2)))
        : null;
  }

  private static long unitMillis(String unit) {
    return switch (unit) {
      case "s" -> 1_000L;
      case "m" -> 60_000L;
      default -> 3_600_000L;
    };
  }
}
