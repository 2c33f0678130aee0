package dev.rampart.ops.decisions;

import dev.rampart.topology.features.FeatureCatalogue;
import java.util.List;

/**
 * Names of the features of a catalogue version.
 *
 * @param version of the catalogue
 * @param names in its order
 */
public record FeatureNames(String version, List<String> names) {
  public FeatureNames {
    names = List.copyOf(names);
  }

  /** Those of a catalogue. */
  public static FeatureNames of(FeatureCatalogue catalogue) {
    return new FeatureNames(catalogue.version(), catalogue.names());
  }

  /** Names in the order of that version; none for a version that is not known here. */
  List<String> of(String otherVersion) {
    return version.equals(otherVersion) ? names : List.of();
  }
}
