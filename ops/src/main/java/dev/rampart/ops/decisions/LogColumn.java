package dev.rampart.ops.decisions;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FieldType;
import java.util.Locale;

/** Names and empty values of the columns that hold fields of events. */
public final class LogColumn {
  private LogColumn() {}

  /** Column of a field. */
  public static String of(EventField field) {
    return switch (field) {
      case TYPE -> "event_type";
      case TIME -> "event_time";
      case IS_DIRECT -> "surface";
      default -> field.name().toLowerCase(Locale.ROOT);
    };
  }

  /** What a field reads as where the event has none, as SQL. */
  static String emptyOf(FieldType type) {
    return switch (type) {
      case STRING -> "''";
      case INT -> "0";
      case BOOL -> "false";
      case TIMESTAMP -> "epoch_ms(0)";
      case STRING_LIST -> "[]";
    };
  }
}
