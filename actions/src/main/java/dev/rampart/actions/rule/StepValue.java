package dev.rampart.actions.rule;

import dev.rampart.actions.event.UnrecordedFieldException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the value of a part of a rule is written. */
final class StepValue {
  private static final String MISSING = "missing";
  private static final String NOT_RECORDED = "not recorded";
  private static final String ERROR = "error";

  private StepValue() {}

  /**
   * A value as text.
   *
   * @param hidden whether texts in it are told by their lengths only
   */
  static String of(Object value, boolean hidden) {
    if (value instanceof String text) {
      return hidden ? length(text) : '"' + text + '"';
    }
    if (value instanceof Collection<?> list) {
      return list.stream()
          .map(each -> of(each, hidden))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Double number ? number(number) : String.valueOf(value);
  }

  private static String length(String text) {
    return "\"…\" (%d characters)".formatted(text.codePointCount(0, text.length()));
  }

  /** A score is a float: its digits, not those of the double that it was widened to. */
  private static String number(double value) {
    float narrow = (float) value;
    return narrow == value ? Float.toString(narrow) : Double.toString(value);
  }

  /** Why there is no value. Messages of failures may quote an event, so they are not shown. */
  static String of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MissingValue) {
        return MISSING;
      }
      if (cause instanceof UnrecordedFieldException) {
        return NOT_RECORDED;
      }
    }
    return ERROR;
  }
}
