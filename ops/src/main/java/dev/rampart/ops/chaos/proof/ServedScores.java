package dev.rampart.ops.chaos.proof;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scores that a decision was made with, at the places where policies expect them. */
final class ServedScores {
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * @param names scores in the policies' order, as {@code model.label}
   */
  ServedScores(List<String> names) {
    names.forEach(name -> places.put(name, places.size()));
  }

  /** Values in the policies' order, NaN where no model gave one. */
  float[] of(Decision decision) {
    float[] vector = new float[places.size()];
    Arrays.fill(vector, Float.NaN);
    for (ModelScores scores : decision.getScores()) {
      if (scores.getMode() != PolicyMode.SHADOW) {
        scores.getLabels().forEach((label, value) -> put(vector, scores.getModel(), label, value));
      }
    }
    return vector;
  }

  private void put(float[] vector, String model, String label, float value) {
    Integer place = places.get(model + "." + label);
    if (place != null) {
      vector[place] = value;
    }
  }
}
