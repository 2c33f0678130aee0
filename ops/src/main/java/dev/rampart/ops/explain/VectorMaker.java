package dev.rampart.ops.explain;

import dev.rampart.classifiers.ServedModel;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.topology.Parts;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a decision in the order in which rules take them.
 *
 * @param parts what the pipeline is made from
 */
record VectorMaker(Parts parts) {
  /** Whether the catalogue that runs here is the one of the decision. */
  boolean knows(Decision decision) {
    return decision.getCatalogueVersion().equals(parts.catalogue().version())
        && decision.getFeatures().size() == parts.catalogue().names().size();
  }

  double[] features(Decision decision) {
    return decision.getFeatures().stream().mapToDouble(value -> value).toArray();
  }

  /** Scores that policies saw; NaN where no model gave one. */
  float[] scores(Decision decision) {
    List<String> names = parts.scoreNames();
    float[] scores = new float[names.size()];
    Arrays.fill(scores, Float.NaN);
    for (ModelScores model : decision.getScores()) {
      if (model.getMode() != PolicyMode.SHADOW) {
        String name = answersFor(model);
        model.getLabels().forEach((label, value) -> put(scores, names, name + "." + label, value));
      }
    }
    return scores;
  }

  private static void put(float[] scores, List<String> names, String name, float value) {
    int place = names.indexOf(name);
    if (place >= 0) {
      scores[place] = value;
    }
  }

  /** A canary answers under the name of the model that it is to replace. */
  private String answersFor(ModelScores model) {
    return parts.scorer().models().stream()
        .filter(served -> served.id().name().equals(model.getModel()))
        .map(ServedModel::answersFor)
        .findFirst()
        .orElse(model.getModel());
  }
}
