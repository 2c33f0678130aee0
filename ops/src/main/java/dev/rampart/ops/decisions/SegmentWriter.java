package dev.rampart.ops.decisions;

import dev.rampart.schemas.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Gathers rows and writes them as one segment with the positions at which they end. Confined to one
 * thread.
 */
final class SegmentWriter implements AutoCloseable {
  private final LogFolder folder;
  private final FeatureNames names;
  private final Clock clock;
  private final DuckDBConnection database;
  private LogLayout layout = LogLayout.empty();
  private @Nullable DuckDBAppender appender;
  private int rows;

  /**
   * @param folder where segments go
   * @param database used by nobody else
   * @param names of the features
   * @param clock names the hours
   */
  SegmentWriter(LogFolder folder, DuckDBConnection database, FeatureNames names, Clock clock) {
    this.folder = folder;
    this.database = database;
    this.names = names;
    this.clock = clock;
  }

  /** Rows that are not written yet. */
  int rows() {
    return rows;
  }

  /** Whether the decision can be a row beside those that are gathered. */
  boolean fits(Decision decision) {
    return rows == 0 || layout.fits(decision);
  }

  /**
   * Adds a row; {@link #fits} must hold.
   *
   * @param text of the message; null where it is not logged
   */
  void add(Decision decision, int partition, long offset, @Nullable String text)
      throws SQLException {
    DuckDBAppender open = appender == null ? open(decision) : appender;
    appender = open;
    open.beginRow();
    RowWriter.write(open, decision, partition, offset, text);
    open.append(layout.features(decision)).append(layout.scores(decision)).endRow();
    rows++;
  }

  private DuckDBAppender open(Decision first) throws SQLException {
    layout = layout.fits(first) ? layout : LogLayout.of(first, layout, names);
    try (Statement statement = database.createStatement()) {
      statement.execute(SegmentSql.createStaging());
    }
    return database.createAppender("main", SegmentSql.STAGING);
  }

  /**
   * Writes the rows and the positions, in one step. Without rows it does nothing: the same offsets
   * are read again after a crash and give no row again.
   */
  void flush(String source, Map<Integer, Long> next) throws SQLException, IOException {
    DuckDBAppender open = appender;
    if (open == null) {
      return;
    }
    open.close();
    Path draft = folder.draft();
    try (Statement statement = database.createStatement()) {
      statement.execute(SegmentSql.copy(layout, draft, new LogPositions(source, next)));
    }
    folder.publish(draft, clock.instant());
    appender = null;
    rows = 0;
  }

  @Override
  public void close() throws SQLException {
    if (appender != null) {
      appender.close();
    }
    database.close();
  }
}
