package dev.rampart.classifiers;

import java.util.List;

/**
 * A loaded model version as it is used now.
 *
 * @param id which version
 * @param labels in the order of the scores
 * @param role what its scores are used for
 */
public record ServedModel(ModelId id, List<String> labels, ModelRole role) {
  public ServedModel {
    labels = List.copyOf(labels);
  }
}
