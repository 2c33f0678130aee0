package dev.rampart.ops.backtest;

import dev.rampart.ops.decisions.LabelFiles;
import dev.rampart.ops.decisions.LogDatabase;
import dev.rampart.ops.decisions.LogView;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is known of logged events as far as one policy is concerned: abuse that the policy is meant
 * to find, or not. A verdict on an action counts for the policy of that action alone.
 */
public final class Judgements {
  private Judgements() {}

  /** Makes the table {@code judged} with columns {@code event_id} and {@code abuse}. */
  public static void define(LogView log, Path folder, String policy)
      throws SQLException, IOException {
    log.execute(
        "CREATE OR REPLACE TABLE judged AS SELECT event_id, bool_or(abuse) AS abuse FROM (SELECT"
            + " event_id, CASE WHEN label = "
            + LogDatabase.text("upheld:" + policy)
            + " THEN true WHEN label = "
            + LogDatabase.text("overturned:" + policy)
            + " THEN false WHEN contains(label, ':') THEN NULL ELSE "
            + isTarget(LabelFiles.targets(folder).get(policy))
            + " END AS abuse FROM labels) WHERE abuse IS NOT NULL GROUP BY event_id");
  }

  private static String isTarget(@org.jspecify.annotations.Nullable List<String> targets) {
    return targets == null
        ? "label <> 'none'"
        : targets.stream()
            .map(LogDatabase::text)
            .collect(Collectors.joining(", ", "label IN (", ")"));
  }

  /** The table in memory. */
  static Map<String, Boolean> load(LogView log) throws SQLException {
    Map<String, Boolean> judged = new HashMap<>();
    try (Statement statement = log.database().createStatement();
        ResultSet rows = statement.executeQuery("SELECT event_id, abuse FROM judged")) {
      while (rows.next()) {
        judged.put(rows.getString(1), rows.getBoolean(2));
      }
    }
    return judged;
  }
}
