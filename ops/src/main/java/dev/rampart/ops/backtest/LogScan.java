package dev.rampart.ops.backtest;

import dev.rampart.ops.decisions.LogView;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;

/**
 * Goes through the decisions of some accounts, in the order in which they were logged, which is the
 * order in which each account was decided. Memory does not grow with the log. Confined to one
 * thread.
 */
final class LogScan {
  private static final int MEGABYTES = 512;

  private LogScan() {}

  /**
   * Goes through one part of the accounts.
   *
   * @param condition which decisions, as SQL
   * @param part 0 to {@code parts - 1}
   */
  static void run(
      Path folder,
      LoggedColumns columns,
      String condition,
      int part,
      int parts,
      Consumer<LoggedEvent> action)
      throws IOException, SQLException {
    String sql =
        "SELECT %s FROM log WHERE hash(author_id) %% %d = %d AND %s"
            .formatted(columns.sql(), parts, part, condition);
    LoggedEvent event = new LoggedEvent(columns);
    try (LogView log = LogView.open(folder, 1, MEGABYTES);
        DuckDBPreparedStatement statement = log.database().prepare(sql);
        DuckDBChunkedResult chunks = statement.query()) {
      while (chunks.nextChunk()) {
        requireWanted();
        event.open(chunks.chunk());
        for (long row = 0; row < chunks.chunk().rowCount(); row++) {
          event.moveTo(row);
          action.accept(event);
        }
      }
    }
  }

  /** Ends the scan of a backtest that nobody waits for any more. */
  private static void requireWanted() throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("the backtest was stopped");
    }
  }
}
