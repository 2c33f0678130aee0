package dev.rampart.ops.bench;

import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.decisions.LogDatabase;
import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/**
 * A decision log that is made up: the columns and names of a real one, values of features and
 * scores with long tails, forty decisions an account on average, every hundredth decision labelled.
 * Columns that no shipped policy names are empty: nobody reads them.
 */
final class SyntheticLog {
  private static final String AGE = "features.account_age_days";
  private static final int SEGMENT = 1_000_000;
  private static final int DECISIONS_PER_ACCOUNT = 40;

  private final Path folder;
  private final long decisions;

  SyntheticLog(Path folder, long decisions) {
    this.folder = folder;
    this.decisions = decisions;
  }

  void write() throws SQLException, IOException {
    Path hour = Files.createDirectories(folder.resolve("hour=2026-11-21T10"));
    String columns = String.join(", ", columns());
    try (DuckDBConnection database = LogDatabase.open(2, 2_048);
        Statement statement = database.createStatement()) {
      statement.execute("SELECT setseed(0.42)");
      int number = 1;
      for (long first = 0; first < decisions; first += SEGMENT) {
        Path file = hour.resolve("decisions-%012d.parquet".formatted(number++));
        statement.execute(
            "COPY (SELECT %s FROM range(%d, %d) AS numbers(i)) TO %s (FORMAT parquet, COMPRESSION zstd)"
                .formatted(
                    columns,
                    first,
                    Math.min(decisions, first + SEGMENT),
                    LogDatabase.text(file.toString())));
      }
      statement.execute(
          "COPY (SELECT 'event-' || i AS event_id, CASE WHEN random() < 0.3 THEN 'abuse' ELSE"
              + " 'none'"
              + " END AS label FROM range(0, %d, 100) AS numbers(i)) TO %s (FORMAT csv, HEADER)"
                  .formatted(decisions, LogDatabase.text(folder.resolve("labels.csv").toString())));
    }
  }

  private List<String> columns() throws IOException {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "'event-' || i AS event_id",
                "'message' AS event_type",
                "'MESSAGE' AS kind",
                "'user-' || floor(random() * %d)::BIGINT AS author_id"
                    .formatted(Math.max(1, decisions / DECISIONS_PER_ACCOUNT)),
                "'guild-' || floor(random() * 100)::INTEGER AS guild_id",
                "'channel' AS channel_id",
                "CASE WHEN random() < 0.8 THEN 'en' ELSE 'de' END AS locale",
                "'guild' AS surface",
                "NULL::VARCHAR AS content",
                "floor(random() * 200)::INTEGER AS content_length",
                "(random() < 0.02)::INTEGER * 20 AS mention_count",
                "floor(random() * 1.2)::INTEGER AS link_count",
                "NULL::VARCHAR[] AS domains",
                "NULL::VARCHAR AS recipient_id",
                "NULL::VARCHAR AS target_id",
                "NULL::VARCHAR AS reply_to",
                "NULL::VARCHAR AS device_hash",
                "NULL::VARCHAR AS ip_hash",
                "NULL::VARCHAR[] AS mentions",
                "0 AS attachment_count",
                "NULL::VARCHAR[] AS attachment_hashes",
                "NULL::TIMESTAMP AS account_created_at",
                "epoch_ms(1763719200000 + i * 10) AS event_time",
                "NULL::VARCHAR AS judged_action_id",
                "NULL::VARCHAR AS judged_event_id",
                "NULL::VARCHAR AS label",
                "0 AS log_partition",
                "i AS log_offset",
                "[]::STRUCT(policy VARCHAR, version INTEGER, rule VARCHAR, mode VARCHAR)[] AS"
                    + " matched_rules",
                "[]::STRUCT(action_id VARCHAR, kind VARCHAR, subject_type VARCHAR, subject_id"
                    + " VARCHAR, policy VARCHAR, version INTEGER, rule VARCHAR, mode VARCHAR,"
                    + " reverses VARCHAR)[] AS actions"));
    Sources shipped = Sources.shipped();
    String policies = policies(shipped.policies());
    LoadedParts.catalogue(shipped).names().stream()
        .map("features."::concat)
        .map(name -> column(policies, name, "floor(power(random(), 60) * 30)", "DOUBLE"))
        .forEach(columns::add);
    ModelRepository models = new ModelRepository(shipped.models());
    models.list().stream()
        .map(models::manifest)
        .flatMap(SyntheticLog::scores)
        .map(name -> column(policies, name, "power(random(), 20)", "FLOAT"))
        .forEach(columns::add);
    return columns;
  }

  private static String policies(Path folder) throws IOException {
    StringBuilder texts = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.append(Files.readString(file));
      }
    }
    return texts.toString();
  }

  private static String column(String policies, String name, String value, String type) {
    boolean asked = policies.contains(name) || name.equals(AGE);
    return "(%s)::%s AS %s".formatted(asked ? value : "NULL", type, LogDatabase.name(name));
  }

  private static Stream<String> scores(Manifest manifest) {
    return manifest.labels().stream().map(label -> "scores." + manifest.id().name() + "." + label);
  }
}
