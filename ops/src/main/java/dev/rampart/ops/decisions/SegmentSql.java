package dev.rampart.ops.decisions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The SQL that makes a segment from gathered rows. */
final class SegmentSql {
  /** Table of the gathered rows. */
  static final String STAGING = "staging";

  /** Columns that every segment has, with their types, in order. */
  static final List<String> COLUMNS =
      List.of(
          "event_id VARCHAR",
          "event_type VARCHAR",
          "kind VARCHAR",
          "author_id VARCHAR",
          "guild_id VARCHAR",
          "channel_id VARCHAR",
          "recipient_id VARCHAR",
          "target_id VARCHAR",
          "reply_to VARCHAR",
          "locale VARCHAR",
          "device_hash VARCHAR",
          "ip_hash VARCHAR",
          "surface VARCHAR",
          "content VARCHAR",
          "content_length INTEGER",
          "mention_count INTEGER",
          "mentions VARCHAR[]",
          "attachment_count INTEGER",
          "attachment_hashes VARCHAR[]",
          "link_count INTEGER",
          "domains VARCHAR[]",
          "account_created_at TIMESTAMP_MS",
          "event_time TIMESTAMP_MS",
          "decided_at TIMESTAMP_MS",
          "judged_action_id VARCHAR",
          "judged_event_id VARCHAR",
          "label VARCHAR",
          "about VARCHAR",
          "message_id VARCHAR",
          "amendment VARCHAR",
          "age_group VARCHAR",
          "restraints VARCHAR[]",
          "source_topic VARCHAR",
          "source_partition INTEGER",
          "source_offset BIGINT",
          "log_partition INTEGER",
          "log_offset BIGINT",
          "catalogue_version VARCHAR",
          "models VARCHAR",
          "policy_versions VARCHAR",
          "matched_rules VARCHAR",
          "actions VARCHAR");

  private static final String MATCHED =
      "'[{\"policy\":\"VARCHAR\",\"version\":\"INTEGER\",\"rule\":\"VARCHAR\",\"mode\":\"VARCHAR\"}]'";
  private static final String ACTIONS =
      "'[{\"action_id\":\"VARCHAR\",\"kind\":\"VARCHAR\",\"subject_type\":\"VARCHAR\","
          + "\"subject_id\":\"VARCHAR\",\"policy\":\"VARCHAR\",\"version\":\"INTEGER\","
          + "\"rule\":\"VARCHAR\",\"mode\":\"VARCHAR\",\"reverses\":\"VARCHAR\"}]'";

  private SegmentSql() {}

  static String createStaging() {
    return "CREATE OR REPLACE TABLE %s (%s, feature_values DOUBLE[], score_values FLOAT[])"
        .formatted(STAGING, String.join(", ", COLUMNS));
  }

  static String copy(LogLayout layout, Path file, LogPositions positions) {
    return "COPY (SELECT %s FROM %s) TO %s (FORMAT parquet, COMPRESSION zstd, KV_METADATA {%s: %s})"
        .formatted(
            String.join(", ", selected(layout)),
            STAGING,
            LogDatabase.text(file.toString()),
            LogPositions.KEY,
            LogDatabase.text(positions.toJson()));
  }

  private static List<String> selected(LogLayout layout) {
    List<String> columns = new ArrayList<>();
    columns.add(
        "* EXCLUDE (feature_values, score_values) REPLACE ("
            + "from_json(matched_rules, %s) AS matched_rules, from_json(actions, %s) AS actions)"
                .formatted(MATCHED, ACTIONS));
    addValues(columns, "feature_values", "DOUBLE", layout.features());
    addValues(columns, "score_values", "FLOAT", layout.scores());
    return columns;
  }

  /** A value that is missing is NaN in a decision and NULL in SQL. */
  private static void addValues(
      List<String> columns, String values, String type, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      columns.add(
          "nullif(%s[%d], 'nan'::%s) AS %s"
              .formatted(values, i + 1, type, LogDatabase.name(names.get(i))));
    }
  }
}
