package dev.rampart.ops.backtest;

import dev.rampart.ops.decisions.LogView;
import dev.rampart.schemas.ActionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was done to accounts and what people said of it, as a log tells. Actions that were only
 * recorded are not among them. Confined to one thread.
 */
final class PastActions {
  private final Set<String> ids = new HashSet<>();
  private final Map<Target, ActionKind> severest = new HashMap<>();
  private final Set<String> pardoned = new HashSet<>();
  private final Set<String> erased = new HashSet<>();

  private record Target(String event, String subject) {}

  private PastActions() {}

  /** Why an action is left. */
  enum Left {
    /** It was done, or something as severe was done to the same subject for the same event. */
    DONE,
    /** A person said that the event is no abuse. */
    PARDONED,
    /** The account was erased. */
    ERASED
  }

  static PastActions read(LogView log) throws SQLException {
    boolean amended = log.columns().contains("about");
    PastActions past = new PastActions();
    past.readActions(log, amended ? "coalesce(about, event_id)" : "event_id");
    past.readPardons(log, amended ? "coalesce(about, event_id)" : "event_id");
    past.erased.addAll(
        log.strings(
            "SELECT DISTINCT author_id FROM log WHERE event_type = 'user' AND kind = 'ERASE'"));
    return past;
  }

  private void readActions(LogView log, String event) throws SQLException {
    String acted =
        "SELECT event_id, %s AS about_id, unnest(actions, recursive := true) FROM log WHERE len(actions) > 0"
            .formatted(event);
    String taken = "SELECT reverses FROM (" + acted + ") WHERE reverses IS NOT NULL";
    String sql =
        ("SELECT event_id, about_id, action_id, subject_type, subject_id, kind, action_id IN (%s) FROM (%s) WHERE"
                + " mode <> 'SHADOW' AND reverses IS NULL")
            .formatted(taken, acted);
    try (Statement statement = log.database().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        add(rows);
      }
    }
  }

  private void add(ResultSet row) throws SQLException {
    ids.add(row.getString(3));
    if (row.getBoolean(7)) {
      return;
    }
    String subject = row.getString(4) + " " + row.getString(5);
    ActionKind kind = ActionKind.valueOf(row.getString(6));
    for (String event : List.of(row.getString(1), row.getString(2))) {
      severest.merge(new Target(event, subject), kind, PastActions::moreSevere);
    }
  }

  private static ActionKind moreSevere(ActionKind one, ActionKind other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** What Rampart itself took back for a person is no word on the event. */
  private void readPardons(LogView log, String event) throws SQLException {
    String verdicts =
        "SELECT judged_action_id FROM log WHERE event_type = 'feedback' AND kind = 'OVERTURNED'"
            + " AND NOT starts_with(event_id, 'rollback-') AND NOT starts_with(event_id, 'amendment-')";
    pardoned.addAll(
        log.strings(
            "SELECT %s FROM (SELECT *, unnest(list_transform(actions, lambda a: a.action_id)) AS done FROM log WHERE len(actions) > 0) WHERE done IN (%s)"
                .formatted(event, verdicts)));
    pardoned.addAll(
        log.strings(
            "SELECT judged_event_id FROM log WHERE event_type = 'feedback' AND label = 'none'"
                + " AND judged_event_id IS NOT NULL"));
  }

  /** Why it is left; null when the past lacks it. */
  @Nullable Left reason(Lack event, Lack.Action wanted) {
    if (erased.contains(event.accountId())) {
      return Left.ERASED;
    }
    if (pardoned.contains(event.eventId()) || pardoned.contains(event.messageId())) {
      return Left.PARDONED;
    }
    return isDone(event, wanted) ? Left.DONE : null;
  }

  private boolean isDone(Lack event, Lack.Action wanted) {
    String subject = wanted.action().subjectType().name() + " " + wanted.action().subjectId();
    return ids.contains(wanted.action().actionId().toString())
        || List.of(event.eventId(), event.messageId()).stream()
            .map(id -> severest.get(new Target(id, subject)))
            .anyMatch(done -> done != null && done.compareTo(wanted.action().kind()) >= 0);
  }
}
