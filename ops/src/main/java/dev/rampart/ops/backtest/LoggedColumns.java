package dev.rampart.ops.backtest;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FieldType;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.decisions.LogColumn;
import dev.rampart.ops.decisions.LogDatabase;
import dev.rampart.ops.decisions.LogView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The columns that a backtest reads, and where each is found in a row. */
final class LoggedColumns {
  static final char SEPARATOR = '\u001f';

  private static final Set<EventField> ALWAYS =
      Set.of(
          EventField.TYPE,
          EventField.KIND,
          EventField.EVENT_ID,
          EventField.AUTHOR_ID,
          EventField.GUILD_ID,
          EventField.CHANNEL_ID,
          EventField.LOCALE,
          EventField.SURFACE,
          EventField.AGE_GROUP,
          EventField.TIME);

  private final Map<String, String> columns = new LinkedHashMap<>();
  private final Map<EventField, Integer> fields = new EnumMap<>(EventField.class);
  private final int[] features;
  private final int[] scores;

  /**
   * @param names that rules mention
   * @param policy whose matches are compared
   */
  LoggedColumns(LogView log, Set<String> names, String policy) {
    for (EventField field : EventField.values()) {
      if (ALWAYS.contains(field) || names.contains("event." + field.fieldName())) {
        fields.put(field, add(LogColumn.of(field), sqlOf(log, field)));
      }
    }
    features = places(log.features(), "features.", names);
    scores = places(log.scores(), "scores.", names);
    add("judged", "judged_action_id");
    add("message", recorded(log, "message_id", LogDatabase.name("message_id")));
    add("amendment", recorded(log, "amendment", LogDatabase.name("amendment")));
    add(
        "restraints",
        recorded(
            log,
            "restraints",
            "CASE WHEN len(restraints) > 0 THEN array_to_string(restraints, chr(%d)) END"
                .formatted((int) SEPARATOR)));
    add(
        "age",
        log.columns().contains("features.account_age_days")
            ? LogDatabase.name("features.account_age_days")
            : "NULL::DOUBLE");
    add("actions", ENFORCED);
    add("flagged", FLAGGED.formatted(LogDatabase.text(policy)));
  }

  private static final String ENFORCED =
      "CASE WHEN len(actions) > 0 THEN array_to_string(list_transform(list_filter(actions,"
          + " lambda a: a.mode <> 'SHADOW'), lambda a: a.action_id || ' ' || a.kind), ',') END";
  private static final String FLAGGED =
      "CASE WHEN len(matched_rules) > 0 THEN len(list_filter(matched_rules, lambda r: r.policy = %s"
          + " AND r.mode <> 'SHADOW')) > 0 ELSE false END";

  /** Logs of earlier releases have fewer columns. */
  private static String recorded(LogView log, String column, String sql) {
    return log.columns().contains(column) ? sql : "NULL::VARCHAR";
  }

  private static String sqlOf(LogView log, EventField field) {
    if (!log.columns().contains(LogColumn.of(field))) {
      if (ALWAYS.contains(field)) {
        return "NULL::VARCHAR";
      }
      throw CommandFailure.wrongUsage(
          "a rule names event.%s, which the log does not record".formatted(field.fieldName()));
    }
    String column = LogDatabase.name(LogColumn.of(field));
    if (field.type() == FieldType.STRING_LIST) {
      return "array_to_string(%s, chr(%d))".formatted(column, (int) SEPARATOR);
    }
    return field.type() == FieldType.TIMESTAMP ? "epoch_ms(" + column + ")" : column;
  }

  private int[] places(List<String> all, String prefix, Set<String> names) {
    int[] places = new int[all.size()];
    for (int i = 0; i < places.length; i++) {
      String name = prefix + all.get(i);
      places[i] = names.contains(name) ? add(name, LogDatabase.name(name)) : -1;
    }
    return places;
  }

  private int add(String name, String sql) {
    columns.putIfAbsent(name, sql);
    return new ArrayList<>(columns.keySet()).indexOf(name);
  }

  /** SQL of all columns, in order. */
  String sql() {
    return String.join(", ", columns.values());
  }

  /** Place of a column; -1 when it is not read. */
  int place(String name) {
    return new ArrayList<>(columns.keySet()).indexOf(name);
  }

  /** Place of a field that is always read. */
  int place(EventField field) {
    return Objects.requireNonNull(fields.get(field), field.fieldName());
  }

  /** Place of each field that is read. */
  Map<EventField, Integer> fieldPlaces() {
    return new EnumMap<>(fields);
  }

  /** Place of each feature of the log; -1 when no rule names it. */
  int[] featurePlaces() {
    return features.clone();
  }

  /** Place of each score of the log; -1 when no rule names it. */
  int[] scorePlaces() {
    return scores.clone();
  }

  /** Number of columns. */
  int count() {
    return columns.size();
  }
}
