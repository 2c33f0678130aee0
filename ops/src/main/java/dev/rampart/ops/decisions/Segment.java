package dev.rampart.ops.decisions;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the log. It appears whole, by a rename, and never changes.
 *
 * @param file {@code hour=2026-11-21T10/decisions-000000000042.parquet}
 * @param number 1 or more, in the order of writing, without gaps until retention removes the oldest
 */
record Segment(Path file, long number) {
  private static final Pattern NAME = Pattern.compile("decisions-(\\d{12})\\.parquet");
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("'hour='yyyy-MM-dd'T'HH").withZone(ZoneOffset.UTC);

  static Optional<Segment> of(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches()
        ? Optional.of(new Segment(file, Long.parseLong(name.group(1))))
        : Optional.empty();
  }

  /** The segment of that number, written in the hour of {@code now}. */
  static Segment numbered(Path folder, long number, Instant now) {
    String name = "decisions-%012d.parquet".formatted(number);
    return new Segment(folder.resolve(HOUR.format(now)).resolve(name), number);
  }

  /** Folder of the hour in which it was written. */
  Path hour() {
    return Objects.requireNonNull(file.getParent(), "a segment lies in the folder of its hour");
  }

  /** Whether it was written in an hour that began before {@code time}'s. */
  boolean isBefore(Instant time) {
    return String.valueOf(hour().getFileName()).compareTo(HOUR.format(time)) < 0;
  }
}
