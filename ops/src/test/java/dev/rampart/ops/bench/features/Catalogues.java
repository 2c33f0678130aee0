package dev.rampart.ops.bench.features;

import dev.rampart.ops.pipeline.Sources;
import dev.rampart.topology.features.CatalogueException;
import dev.rampart.topology.features.FeatureCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Catalogues to measure. */
final class Catalogues {
  private static final String FEATURE = "  - name: ";

  private Catalogues() {}

  /** The shipped catalogue, or as many of its first features as the name says. */
  static FeatureCatalogue named(String name) throws CatalogueException, IOException {
    Path shipped = Sources.shipped().catalogue();
    return name.equals("shipped")
        ? FeatureCatalogue.load(shipped)
        : first(Integer.parseInt(name), Files.readAllLines(shipped));
  }

  /** The shipped catalogue begins with the account's features: none of the others is needed. */
  private static FeatureCatalogue first(int count, List<String> lines)
      throws CatalogueException, IOException {
    int[] starts =
        IntStream.range(0, lines.size()).filter(i -> lines.get(i).startsWith(FEATURE)).toArray();
    Path file = Files.createTempFile("first-features-", ".yml");
    try {
      Files.writeString(
          file,
          lines.subList(starts[0], starts[count]).stream()
              .collect(Collectors.joining("\n", "version: \"1\"\nfeatures:\n", "\n")));
      return FeatureCatalogue.load(file);
    } finally {
      Files.delete(file);
    }
  }
}
