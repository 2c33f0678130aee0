package dev.rampart.ops.supply;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list of all libraries for people to read. */
final class ThirdPartyList {
  private static final String HEAD =
      """
      # Libraries that Rampart is delivered with

      Written by the build from the bill of materials; a test holds it against it. Not by hand: see
      [supply chain](docs/supply-chain.md). Licences are those that each library declares.

      | library | version | licences |
      |---|---|---|
      """;

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\S+:\\S+) \\| (\\S+) \\| (.*) \\|$");

  private ThirdPartyList() {}

  /** The list as text, sorted. */
  static String of(Collection<Library> libraries, LicenceRules rules) {
    return libraries.stream()
        .sorted()
        .map(library -> row(library, rules))
        .collect(Collectors.joining("", HEAD, ""));
  }

  /** The libraries that a text lists. */
  static List<Library> read(String text) {
    return ROW.matcher(text)
        .results()
        .map(row -> new Library(row.group(1), row.group(2), List.of(row.group(3).split(", "))))
        .toList();
  }

  private static String row(Library library, LicenceRules rules) {
    return "| %s | %s | %s |\n"
        .formatted(library.name(), library.version(), String.join(", ", rules.spdx(library)));
  }
}
