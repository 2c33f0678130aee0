package dev.rampart.ops.supply;

import dev.rampart.ops.files.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The libraries that the console brings as files of its own, as the list beside them says. */
final class ConsoleLibraries {
  static final Path FOLDER = Project.ops("src/main/resources/console/vendor");

  private static final Pattern LIBRARY =
      Pattern.compile("(?m)^\\S.*?  +(\\w+) ([0-9.]+), .*?  +([\\w.-]+), \\S+\\.LICENSE$");
  private static final Pattern CHECKSUM = Pattern.compile("(?m)^([0-9a-f]{64})  (\\S+)$");

  private ConsoleLibraries() {}

  static List<Library> libraries() throws IOException {
    return LIBRARY
        .matcher(list())
        .results()
        .map(row -> new Library("npm:" + row.group(1), row.group(2), List.of(row.group(3))))
        .distinct()
        .toList();
  }

  /** SHA-256 by name of a file or of a package. */
  static Map<String, String> checksums() throws IOException {
    return CHECKSUM
        .matcher(list())
        .results()
        .collect(Collectors.toMap((MatchResult row) -> row.group(2), row -> row.group(1)));
  }

  private static String list() throws IOException {
    return Files.readString(FOLDER.resolve("README.txt"));
  }
}
