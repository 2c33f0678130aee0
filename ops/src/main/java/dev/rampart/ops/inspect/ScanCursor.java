package dev.rampart.ops.inspect;

import dev.rampart.ops.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where a scan goes on: behind a key of a partition. Written {@code 3:key}.
 *
 * @param partition from which the scan goes on
 * @param after last key that was told; null for the beginning of the partition
 */
record ScanCursor(int partition, @Nullable String after) {
  private static final char SEPARATOR = ':';

  /**
   * @throws ProblemException 422 for a text that is no cursor
   */
  static ScanCursor parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return new ScanCursor(Integer.MIN_VALUE, null);
    }
    int end = Math.max(0, text.indexOf(SEPARATOR));
    try {
      String after = text.substring(end).substring(Math.min(1, text.length() - end));
      return new ScanCursor(
          Integer.parseInt(text.substring(0, end)), after.isEmpty() ? null : after);
    } catch (NumberFormatException wrong) {
      throw ProblemException.wrongInput(
          "after: found '%s', allowed is a cursor that a page gave as next".formatted(text));
    }
  }

  /** First key of a partition that is wanted; null for its first. */
  @Nullable String from(int of) {
    return of == partition ? after : null;
  }

  @Override
  public String toString() {
    return partition + String.valueOf(SEPARATOR) + (after == null ? "" : after);
  }
}
