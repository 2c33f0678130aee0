package dev.rampart.ops.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question.
 *
 * @param columns names
 * @param rows values as text, null where there is none
 */
record QueryTable(List<String> columns, List<List<@Nullable String>> rows) {
  /** Runs a question and gathers the answer, {@code limit} rows of it. */
  static QueryTable of(LogView log, String sql, int limit) throws SQLException {
    try (Statement statement = log.database().createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      int width = answer.getMetaData().getColumnCount();
      List<String> columns = new ArrayList<>();
      for (int column = 1; column <= width; column++) {
        columns.add(answer.getMetaData().getColumnLabel(column));
      }
      List<List<@Nullable String>> rows = new ArrayList<>();
      while (rows.size() < limit && answer.next()) {
        rows.add(row(answer, width));
      }
      return new QueryTable(columns, rows);
    }
  }

  private static List<@Nullable String> row(ResultSet answer, int width) throws SQLException {
    List<@Nullable String> row = new ArrayList<>();
    for (int column = 1; column <= width; column++) {
      row.add(answer.getString(column));
    }
    return row;
  }

  /** One map a row. */
  List<Map<String, @Nullable String>> document() {
    List<Map<String, @Nullable String>> document = new ArrayList<>();
    for (List<@Nullable String> row : rows) {
      Map<String, @Nullable String> fields = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        fields.put(columns.get(i), row.get(i));
      }
      document.add(fields);
    }
    return document;
  }

  /** Comma-separated values as RFC 4180 says. */
  String csv() {
    List<String> lines = new ArrayList<>();
    lines.add(csvLine(columns));
    rows.forEach(row -> lines.add(csvLine(row)));
    return String.join("\r\n", lines);
  }

  private static String csvLine(List<? extends @Nullable String> values) {
    return values.stream().map(QueryTable::csvValue).collect(Collectors.joining(","));
  }

  private static String csvValue(@Nullable String value) {
    if (value == null) {
      return "";
    }
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain && !value.isEmpty() ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** For people. */
  String text() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          Math.max(
              columns.get(i).length(),
              rows.stream().mapToInt(row -> shown(row.get(column)).length()).max().orElse(0));
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(columns, widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(List<? extends @Nullable String> values, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(shown(values.get(i)))
          .append(" ".repeat(widths[i] + 2 - shown(values.get(i)).length()));
    }
    return line.toString().stripTrailing();
  }

  private static String shown(@Nullable String value) {
    return value == null ? "-" : value;
  }
}
