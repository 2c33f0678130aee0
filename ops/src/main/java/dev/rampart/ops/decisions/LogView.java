package dev.rampart.ops.decisions;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * A log as its readers see it: tables {@code log} (a column each feature and score), {@code
 * decisions} (the same with {@code features} and {@code scores} as structures) and, once loaded,
 * {@code labels}. What is written after the opening is not seen. Confined to one thread.
 */
public final class LogView implements AutoCloseable {
  private final DuckDBConnection database;
  private final Set<String> columns = new LinkedHashSet<>();

  private LogView(DuckDBConnection database) {
    this.database = database;
  }

  /**
   * Opens the log of a folder.
   *
   * @throws CommandFailure when the folder holds none
   */
  public static LogView open(Path folder, int threads, int megabytes)
      throws IOException, SQLException {
    List<Segment> segments = LogFolder.segments(folder);
    if (segments.isEmpty()) {
      throw CommandFailure.wrongUsage(folder + ": holds no decision log");
    }
    LogView view = new LogView(LogDatabase.open(threads, megabytes));
    try {
      view.define(segments);
      return view;
    } catch (SQLException | RuntimeException failure) {
      view.close();
      throw failure;
    }
  }

  /** Whether a folder holds a log of at least one segment. */
  public static boolean exists(Path folder) throws IOException {
    return !LogFolder.segments(folder).isEmpty();
  }

  private void define(List<Segment> segments) throws SQLException {
    String files =
        segments.stream()
            .map(segment -> LogDatabase.text(segment.file().toString()))
            .collect(Collectors.joining(", ", "[", "]"));
    execute(
        "CREATE VIEW log AS SELECT * FROM read_parquet(%s, union_by_name=true,".formatted(files)
            + " hive_partitioning=false)");
    columns.addAll(strings("SELECT column_name FROM (DESCRIBE log)"));
    defineDecisions();
  }

  private void defineDecisions() throws SQLException {
    List<String> flat = new ArrayList<>(columns);
    flat.removeIf(column -> column.indexOf('.') < 0);
    String names = flat.stream().map(LogDatabase::name).collect(Collectors.joining(", "));
    execute(
        "CREATE VIEW decisions AS SELECT * %s, %s AS features, %s AS scores FROM log"
            .formatted(
                flat.isEmpty() ? "" : "EXCLUDE (" + names + ")",
                structure(named("features.")),
                models(named("scores."))));
  }

  private static String structure(Map<String, String> columns) {
    return columns.entrySet().stream()
        .map(field -> LogDatabase.name(field.getKey()) + " := " + field.getValue())
        .collect(Collectors.joining(", ", "struct_pack(", ")"))
        .replace("struct_pack()", "NULL");
  }

  private static String models(Map<String, String> scores) {
    Map<String, Map<String, String>> byModel = new java.util.TreeMap<>();
    scores.forEach(
        (name, column) -> {
          int dot = name.indexOf('.');
          byModel
              .computeIfAbsent(name.substring(0, dot), model -> new java.util.TreeMap<>())
              .put(name.substring(dot + 1), column);
        });
    return structure(
        byModel.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, model -> structure(model.getValue()))));
  }

  private Map<String, String> named(String prefix) {
    return columns.stream()
        .filter(column -> column.startsWith(prefix))
        .collect(Collectors.toMap(column -> column.substring(prefix.length()), LogDatabase::name));
  }

  /** Makes the table of labels: from the file beside the log and from logged feedback. */
  public void loadLabels(Path folder) throws SQLException {
    Path file = folder.resolve(LabelFiles.LABELS);
    String known =
        Files.exists(file)
            ? "SELECT event_id, label FROM read_csv(%s, header=true, all_varchar=true, quote='\"')"
                .formatted(LogDatabase.text(file.toString()))
            : "SELECT NULL::VARCHAR AS event_id, NULL::VARCHAR AS label WHERE false";
    execute("CREATE TABLE labels AS " + known);
    execute(
        "INSERT INTO labels SELECT judged_event_id, label FROM log WHERE event_type = 'feedback'"
            + " AND judged_event_id IS NOT NULL AND label IS NOT NULL");
    execute(
        "INSERT INTO labels WITH verdicts AS (SELECT judged_action_id, lower(kind) AS outcome"
            + " FROM log WHERE event_type = 'feedback' AND judged_action_id IS NOT NULL),"
            + " acted AS (SELECT event_id, unnest(actions, recursive := true) FROM log"
            + " WHERE EXISTS (SELECT 1 FROM verdicts) AND len(actions) > 0)"
            + " SELECT event_id, outcome || ':' || policy FROM acted"
            + " JOIN verdicts ON action_id = judged_action_id");
  }

  /** The database, for questions. */
  public DuckDBConnection database() {
    return database;
  }

  /** Columns of table {@code log}. */
  public Set<String> columns() {
    return columns;
  }

  /** Names of the features that the log has, in its order. */
  public List<String> features() {
    return without("features.");
  }

  /** Names of the scores that the log has, as {@code model.label}. */
  public List<String> scores() {
    return without("scores.");
  }

  private List<String> without(String prefix) {
    return columns.stream()
        .filter(column -> column.startsWith(prefix))
        .map(column -> column.substring(prefix.length()))
        .toList();
  }

  /** Whether the log holds texts of messages. */
  public boolean hasText() throws SQLException {
    return !strings("SELECT content FROM log WHERE content IS NOT NULL LIMIT 1").isEmpty();
  }

  /** Runs a statement that gives nothing. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of a question. */
  public List<String> strings(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
