package dev.rampart.ops.studio;

import dev.rampart.actions.document.Threshold;
import dev.rampart.ops.decisions.LogView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a number that rules compare with a threshold has which value.
 *
 * @param measure name of the number, {@code scores.spam.spam} for instance
 * @param from least value that is drawn; the first bin holds smaller ones, too
 * @param to greatest value that is drawn; the last bin holds greater ones, too
 * @param missing decisions for which the number is not known
 */
public record Histogram(String measure, double from, double to, List<Bin> bins, long missing) {
  private static final int BINS = 50;
  private static final String SCORE = "score";
  private static final Pattern COLUMN = Pattern.compile("CAST\\(\"([^\"]+)\" AS DOUBLE\\)");

  /**
   * Decisions with values from {@code from} up to {@code to}.
   *
   * @param abuse known to be what the policy is meant to find
   * @param other known not to be
   * @param unknown without a label
   */
  public record Bin(double from, double to, long abuse, long other, long unknown) {}

  /**
   * Counts a log for which judgements are defined.
   *
   * @param measure SQL of the number
   * @param condition which decisions, as SQL
   */
  static Histogram of(LogView log, String measure, Threshold threshold, String condition)
      throws SQLException {
    boolean isScore = threshold.unit().equals(SCORE);
    double from = isScore ? 0 : threshold.min();
    double to = isScore ? 1 : threshold.max();
    String bin =
        "CAST(greatest(0, least(%d, floor((%s - %s) / %s))) AS INTEGER)"
            .formatted(BINS - 1, measure, from, (to - from) / BINS);
    String sql =
        "SELECT CASE WHEN %1$s IS NULL OR isnan(%1$s) THEN -1 ELSE %2$s END AS bin,"
                .formatted(measure, bin)
            + " count(*) FILTER (abuse), count(*) FILTER (NOT abuse), count(*) FILTER (abuse IS"
            + " NULL) FROM log LEFT JOIN judged USING (event_id) WHERE event_type <> 'feedback' AND "
            + condition
            + " GROUP BY 1";
    long[][] counts = new long[BINS + 1][3];
    try (Statement statement = log.database().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        counts[rows.getInt(1) + 1] = new long[] {rows.getLong(2), rows.getLong(3), rows.getLong(4)};
      }
    }
    long missing = counts[0][0] + counts[0][1] + counts[0][2];
    return new Histogram(name(measure), from, to, bins(from, to, counts), missing);
  }

  private static List<Bin> bins(double from, double to, long[][] counts) {
    double width = (to - from) / BINS;
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      long[] kinds = counts[i + 1];
      bins.add(new Bin(from + i * width, from + (i + 1) * width, kinds[0], kinds[1], kinds[2]));
    }
    return bins;
  }

  private static String name(String measure) {
    Matcher column = COLUMN.matcher(measure);
    return column.matches() ? column.group(1) : measure;
  }
}
