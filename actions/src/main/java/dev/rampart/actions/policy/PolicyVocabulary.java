package dev.rampart.actions.policy;

import java.util.List;

/**
 * Which features and scores policies may name, and at which place their values come.
 *
 * @param features names in the order of the feature catalogue
 * @param scores names as {@code model.label}, {@code toxicity.hate} for instance
 */
public record PolicyVocabulary(List<String> features, List<String> scores) {
  public PolicyVocabulary {
    features = List.copyOf(features);
    scores = List.copyOf(scores);
  }
}
