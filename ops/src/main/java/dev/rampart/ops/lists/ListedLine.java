package dev.rampart.ops.lists;

import dev.rampart.schemas.ListedEntry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list as it is shown.
 *
 * @param version one more with every change
 * @param listings the times during which it was listed, the oldest first
 * @param changedBy who made the last change
 * @param reason why
 */
public record ListedLine(
    String list, String entry, int version, List<Span> listings, String changedBy, String reason) {
  /**
   * A time during which it was listed.
   *
   * @param delistedAt null while it still is
   */
  public record Span(Instant listedAt, @Nullable Instant delistedAt) {
    private String text() {
      return listedAt + " to " + (delistedAt == null ? "now" : delistedAt);
    }
  }

  /** The same of a record of the topic. */
  public static ListedLine of(ListedEntry entry) {
    return new ListedLine(
        entry.getList(),
        entry.getEntry(),
        entry.getVersion(),
        entry.getListings().stream()
            .map(span -> new Span(span.getListedAt(), span.getDelistedAt()))
            .toList(),
        entry.getChangedBy(),
        entry.getReason());
  }

  String text() {
    return "%s %s: listed %s; version %d, by %s: %s"
        .formatted(
            list,
            entry,
            listings.stream().map(Span::text).collect(Collectors.joining(", ")),
            version,
            changedBy,
            reason);
  }
}
