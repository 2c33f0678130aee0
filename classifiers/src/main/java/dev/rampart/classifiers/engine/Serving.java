package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.classifiers.runtime.LoadedModel;

/**
 * A loaded model in its role.
 *
 * @param served as the outside sees it
 * @param assignment role and share
 * @param model with its session
 * @param circuit that opens when it fails
 */
public record Serving(
    ServedModel served, Assignment assignment, LoadedModel model, Circuit circuit) {
  /** Whether the other is this one; equal parts do not make it so. */
  boolean isSame(Serving other) {
    return circuit == other.circuit;
  }

  public static Serving of(Assignment assignment, LoadedModel model) {
    return new Serving(
        new ServedModel(assignment.id(), model.manifest().labels(), assignment.role()),
        assignment,
        model,
        new Circuit());
  }
}
