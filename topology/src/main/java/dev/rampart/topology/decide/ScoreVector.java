package dev.rampart.topology.decide;

import dev.rampart.classifiers.ModelRole;
import dev.rampart.classifiers.ModelScore;
import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.ServedModel;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the scores of the serving models at the places where the policies expect them. Confined to
 * one thread.
 */
public final class ScoreVector {
  private final List<String> names;

  /** By identity: all scores of a served version share its object. */
  private final IdentityHashMap<ServedModel, int[]> places = new IdentityHashMap<>();

  /**
   * @param names scores in the policies' order, as {@code model.label}
   */
  public ScoreVector(List<String> names) {
    this.names = names;
  }

  /** Names of all scores that these models give to policies, as {@code model.label}. */
  public static List<String> namesOf(List<ServedModel> models) {
    return models.stream()
        .filter(model -> model.role() == ModelRole.LIVE)
        .flatMap(ScoreVector::namesOf)
        .toList();
  }

  /** Values in the policies' order, NaN where no model gave one. */
  public float[] of(List<ModelScore> scores) {
    float[] vector = new float[names.size()];
    Arrays.fill(vector, Float.NaN);
    for (ModelScore score : scores) {
      if (score instanceof Scored scored && scored.model().role() != ModelRole.SHADOW) {
        place(scored, vector);
      }
    }
    return vector;
  }

  private void place(Scored scored, float[] vector) {
    int[] indexes = places.computeIfAbsent(scored.model(), this::placesOf);
    for (int label = 0; label < indexes.length; label++) {
      if (indexes[label] >= 0) {
        vector[indexes[label]] = scored.values()[label];
      }
    }
  }

  private int[] placesOf(ServedModel model) {
    return namesOf(model).mapToInt(names::indexOf).toArray();
  }

  private static Stream<String> namesOf(ServedModel model) {
    return model.labels().stream().map(label -> model.answersFor() + "." + label);
  }
}
