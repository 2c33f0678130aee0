package dev.rampart.ops.decisions;

import dev.rampart.ops.cli.CommandFailure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the SQL of a question. */
final class Question {
  private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,5})([smhd])");
  private static final Map<String, Long> SECONDS =
      Map.of("s", 1L, "m", 60L, "h", 3600L, "d", 86400L);

  private final String where;

  /**
   * @param where which decisions, as SQL
   */
  Question(String where) {
    this.where = where;
  }

  String count() {
    return "SELECT count(*) AS decisions, count(DISTINCT author_id) AS accounts,"
        + " count(*) FILTER (len(actions) > 0) AS with_actions FROM log WHERE "
        + where;
  }

  String series(String span) {
    return "SELECT time_bucket(INTERVAL '%d seconds', event_time) AS time, count(*) AS decisions,"
            .formatted(seconds("--every", span))
        + " count(DISTINCT author_id) AS accounts, count(*) FILTER (len(actions) > 0) AS with_actions"
        + " FROM log WHERE "
        + where
        + " GROUP BY 1 ORDER BY 1";
  }

  String top(String value, int limit) {
    return "SELECT %s AS value, count(*) AS decisions, count(DISTINCT author_id) AS accounts"
            .formatted(value)
        + " FROM log WHERE %s GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %d".formatted(where, limit);
  }

  /** The last span of time beside the one before it. */
  String compared(String span) {
    long seconds = seconds("--compare", span);
    return "WITH latest AS (SELECT max(event_time) AS time FROM log WHERE %1$s), counted AS (SELECT"
            .formatted(where)
        + " count(*) FILTER (event_time > time - INTERVAL '%1$d seconds') AS now,"
            .formatted(seconds)
        + " count(*) FILTER (event_time <= time - INTERVAL '%1$d seconds' AND event_time > time -"
            .formatted(seconds)
        + " INTERVAL '%d seconds') AS before FROM log, latest WHERE %s)"
            .formatted(2 * seconds, where)
        + " SELECT now, before, now - before AS change,"
        + " round(100.0 * (now - before) / nullif(before, 0), 1) AS percent FROM counted";
  }

  /** Rows of a sample that is the same every time; no text of messages. */
  String sample(int rows) {
    return "SELECT event_id, event_type, author_id, guild_id, event_time, list_transform(matched_rules,"
        + " lambda r: r.policy || '/' || r.rule) AS rules, list_transform(actions, lambda a: a.kind)"
        + " AS actions FROM log WHERE %s ORDER BY hash(event_id) LIMIT %d".formatted(where, rows);
  }

  private static long seconds(String option, String span) {
    Matcher parts = SPAN.matcher(span);
    if (!parts.matches()) {
      throw CommandFailure.wrongUsage(
          "%s: found '%s', allowed is a span such as 10m, 1h or 7d".formatted(option, span));
    }
    long seconds = Long.parseLong(parts.group(1)) * SECONDS.getOrDefault(parts.group(2), 1L);
    return Math.min(seconds, Duration.ofDays(3650).toSeconds());
  }

  /**
   * Refuses SQL that is not one question.
   *
   * @throws CommandFailure with DuckDB's own message
   */
  static String requireSelect(LogView log, String sql) throws SQLException {
    try (PreparedStatement check =
        log.database()
            .prepareStatement(
                "WITH parsed AS (SELECT json_serialize_sql(?)::JSON AS tree) SELECT"
                    + " tree->>'error_message', json_array_length(tree->'statements') FROM parsed")) {
      check.setString(1, sql);
      try (ResultSet answer = check.executeQuery()) {
        answer.next();
        if (answer.getString(1) != null) {
          throw CommandFailure.wrongUsage("--sql: " + answer.getString(1));
        }
        if (answer.getInt(2) != 1) {
          throw CommandFailure.wrongUsage(
              "--sql: found %d statements, allowed is one".formatted(answer.getInt(2)));
        }
        return sql;
      }
    }
  }
}
