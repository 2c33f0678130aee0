package dev.rampart.schemas.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The contracts as the files say them: today's, and those of every release. By name of the record.
 */
public final class Contracts {
  public static final Path CURRENT = Path.of("src", "main", "avro");
  private static final Path RELEASED = Path.of("released");
  private static final List<String> IMPORTED_FIRST =
      List.of("EnforcementAction.avsc", "ReviewItem.avsc", "Decision.avsc");

  private Contracts() {}

  public static Map<String, Schema> current() {
    return in(CURRENT);
  }

  /** By version. */
  static Map<String, Map<String, Schema>> released() {
    Map<String, Map<String, Schema>> versions = new TreeMap<>();
    list(RELEASED).forEach(folder -> versions.put(folder.getFileName().toString(), in(folder)));
    return versions;
  }

  private static Map<String, Schema> in(Path folder) {
    Schema.Parser parser = new Schema.Parser();
    Map<String, Schema> contracts = new TreeMap<>();
    for (Path file : inParseOrder(folder)) {
      Schema contract = parse(parser, file);
      contracts.put(contract.getName(), contract);
    }
    return contracts;
  }

  /** A contract that others take types from comes before them. */
  private static List<Path> inParseOrder(Path folder) {
    return list(folder).stream()
        .filter(file -> file.toString().endsWith(".avsc"))
        .sorted(Comparator.comparingInt(Contracts::rank))
        .toList();
  }

  private static int rank(Path file) {
    int rank = IMPORTED_FIRST.indexOf(file.getFileName().toString());
    return rank < 0 ? IMPORTED_FIRST.size() : rank;
  }

  private static Schema parse(Schema.Parser parser, Path file) {
    try {
      return parser.parse(file.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
