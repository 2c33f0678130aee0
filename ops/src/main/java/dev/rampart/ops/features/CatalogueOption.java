package dev.rampart.ops.features;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.topology.features.CatalogueException;
import dev.rampart.topology.features.FeatureCatalogue;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Option of the commands that read a feature catalogue. */
final class CatalogueOption {
  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "A feature catalogue instead of the shipped one.")
  private Optional<Path> file = Optional.empty();

  FeatureCatalogue catalogue() {
    return load(file.orElseGet(() -> Sources.shipped().catalogue()));
  }

  /** Reads a catalogue; everything that is wrong with it is one failure. */
  static FeatureCatalogue load(Path file) {
    try {
      return FeatureCatalogue.load(file);
    } catch (CatalogueException wrong) {
      throw CommandFailure.wrongUsage(wrong.problems().stream().map(Object::toString).toList());
    }
  }
}
