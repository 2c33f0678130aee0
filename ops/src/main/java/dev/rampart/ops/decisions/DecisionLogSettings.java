package dev.rampart.ops.decisions;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How decisions are logged.
 *
 * @param directory folder of the log; one writer at a time
 * @param retention how long segments are kept, counted from the hour in which they were written
 * @param includeText whether the text of messages is logged
 * @param segmentRows rows after which a segment is written, 1 or more
 * @param segmentAge time after which a segment is written even if it is small
 */
public record DecisionLogSettings(
    Path directory, Duration retention, boolean includeText, int segmentRows, Duration segmentAge) {
  private static final Duration RETENTION = Duration.ofDays(30);

  private static final int SEGMENT_ROWS = 50_000;
  private static final Duration SEGMENT_AGE = Duration.ofSeconds(30);

  /** The defaults: 30 days, no text, segments of 50,000 rows or 30 seconds. */
  public static DecisionLogSettings in(Path directory) {
    return new DecisionLogSettings(directory, RETENTION, false, SEGMENT_ROWS, SEGMENT_AGE);
  }

  /** The same with another retention, and with or without text. */
  public DecisionLogSettings with(Duration otherRetention, boolean text) {
    return new DecisionLogSettings(directory, otherRetention, text, segmentRows, segmentAge);
  }

  /** The same with smaller or larger segments. */
  public DecisionLogSettings withSegments(int rows, Duration age) {
    return new DecisionLogSettings(directory, retention, includeText, rows, age);
  }
}
