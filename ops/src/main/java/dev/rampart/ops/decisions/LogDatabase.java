package dev.rampart.ops.decisions;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * Opens DuckDB databases in memory. None of them loads or installs an extension: Parquet and JSON
 * are part of the library.
 */
public final class LogDatabase {
  private LogDatabase() {}

  /**
   * A database that may read and write files.
   *
   * @param threads of DuckDB, 1 or more
   * @param megabytes that it may hold
   */
  public static DuckDBConnection open(int threads, int megabytes) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("memory_limit", megabytes + "MB");
    settings.setProperty("temp_directory", "");
    settings.setProperty("jdbc_stream_results", "true");
    return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
  }

  /** From here on the database reaches this folder and nothing else, and settings stay. */
  static void confine(DuckDBConnection database, Path folder) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("SET allowed_directories=[" + text(folder.toAbsolutePath() + "/") + "]");
      statement.execute("SET enable_external_access=false");
      statement.execute("SET lock_configuration=true");
    }
  }

  /** A literal of SQL. */
  public static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** A name of SQL. */
  public static String name(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
