package dev.rampart.classifiers;

import java.util.List;

/**
 * A loaded model version as it is used now.
 *
 * @param id which version
 * @param labels in the order of the scores
 * @param role what its scores are used for
 * @param answersFor name of the model whose scores these are to policies: its own, or that of the
 *     one that it stands in for
 */
public record ServedModel(ModelId id, List<String> labels, ModelRole role, String answersFor) {
  public ServedModel {
    labels = List.copyOf(labels);
  }

  /** A model that answers for itself. */
  public ServedModel(ModelId id, List<String> labels, ModelRole role) {
    this(id, labels, role, id.name());
  }
}
