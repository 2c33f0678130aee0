package dev.rampart.ops.features;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A listing for people. */
final class ListingText {
  private static final String FORM = "%-34s %-10s %-14s %-6s %-10s %-12s %s";

  private ListingText() {}

  static String of(FeaturesListCommand.Listing listing, boolean compared) {
    Stream<String> head =
        Stream.of(
            "catalogue " + listing.version() + ", " + listing.features().size() + " features",
            FORM.formatted("NAME", "ENTITY", "AGGREGATE", "WINDOW", "UNIT", "RANGE", "WHY"));
    Stream<String> rows = listing.features().stream().map(ListingText::row);
    return Stream.of(head, rows, changes(listing.changes(), compared))
        .flatMap(lines -> lines)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String row(ListedFeature feature) {
    return FORM.formatted(
        feature.name(),
        feature.entity(),
        feature.aggregate(),
        orDash(feature.window()),
        feature.unit(),
        feature.range(),
        feature.why());
  }

  private static Stream<String> changes(List<ListedChange> changes, boolean compared) {
    if (!compared) {
      return Stream.of();
    }
    return Stream.concat(
        Stream.of("", changes.isEmpty() ? "every feature goes on with its past" : "CHANGES"),
        changes.stream()
            .map(c -> "%-34s %-10s %s".formatted(c.feature(), c.change(), c.meaning())));
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "-" : text;
  }
}
