package dev.rampart.ops.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of {@code ops/docs/metrics.md}: {@code | `name` | type | unit | labels | meaning |}. */
final class MetricsTable {
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z0-9_]+)` \\| (\\w+) \\|([^|]*)\\|([^|]*)\\|[^|]+\\|");
  private static final Pattern LABEL = Pattern.compile("`([a-z_]+)`:");

  private MetricsTable() {}

  /** A row. */
  record Row(String type, Set<String> labels) {}

  static Map<String, Row> read(Path file) throws IOException {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.put(row.group(1), new Row(row.group(2), labels(row.group(4))));
      }
    }
    return rows;
  }

  private static Set<String> labels(String text) {
    Set<String> labels = new TreeSet<>();
    Matcher label = LABEL.matcher(text);
    while (label.find()) {
      labels.add(label.group(1));
    }
    return labels;
  }
}
