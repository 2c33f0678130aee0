package dev.rampart.topology.features;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FieldType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition on an age, {@code event.time - event.account_created_at < duration("72h")}, as
 * plain Java.
 */
final class AgeFilter {
  private static final Pattern LENGTH = Pattern.compile("([0-9]{1,9})([smh])");

  private AgeFilter() {}

  static Optional<EventFilter> of(String function, List<CelExpr> arguments) {
    Optional<Long> limit = length(arguments.get(1));
    if (limit.isEmpty() || !isCall(arguments.get(0), "_-_")) {
      return Optional.empty();
    }
    List<CelExpr> times = arguments.get(0).call().args();
    return time(times.get(0))
        .flatMap(
            later ->
                time(times.get(1))
                    .flatMap(
                        earlier ->
                            NativeFilter.test(function, limit.get())
                                .map(
                                    test ->
                                        event ->
                                            test.test(
                                                millis(event.value(later))
                                                    - millis(event.value(earlier))))));
  }

  private static long millis(Object instant) {
    return ((Instant) instant).toEpochMilli();
  }

  private static Optional<EventField> time(CelExpr expression) {
    return NativeFilter.field(expression).filter(field -> field.type() == FieldType.TIMESTAMP);
  }

  private static Optional<Long> length(CelExpr expression) {
    if (!isCall(expression, "duration")) {
      return Optional.empty();
    }
    CelExpr text = expression.call().args().get(0);
    if (!NativeFilter.isConstant(text, CelConstant.Kind.STRING_VALUE)) {
      return Optional.empty();
    }
    Matcher form = LENGTH.matcher(text.constant().stringValue());
    return form.matches()
        ? Optional.of(Long.parseLong(form.group(1)) * unitMillis(form.group(2)))
        : Optional.empty();
  }

  private static long unitMillis(String unit) {
    return switch (unit) {
      case "s" -> 1_000;
      case "m" -> 60_000;
      default -> 3_600_000;
    };
  }

  private static boolean isCall(CelExpr expression, String function) {
    return expression.getKind() == CelExpr.ExprKind.Kind.CALL
        && expression.call().function().equals(function);
  }
}
