package dev.rampart.ops.supply;

import dev.rampart.ops.files.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The libraries that lie beside the program, as the build lists them, also when it is offline. */
final class DeliveredLibraries {
  private static final Path FILE = Project.ops("target/libraries.txt");
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^ +([^:\\s]+:[^:\\s]+):jar:(?:[^:\\s]+:)?([^:\\s]+):(?:compile|runtime)");

  private DeliveredLibraries() {}

  /** Their names and versions, sorted. */
  static Set<String> names() throws IOException {
    return LINE.matcher(Files.readString(FILE))
        .results()
        .map(line -> line.group(1) + " " + line.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
