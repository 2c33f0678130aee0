package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.classifiers.runtime.LoadedModel;

/**
 * A loaded model in its role.
 *
 * @param served as the outside sees it
 * @param assignment role and share
 * @param model as it was loaded and verified
 * @param unit what is run for it: the model itself, or several fused into one
 * @param firstLabel of the unit's labels that is its own
 * @param circuit that opens when it fails
 */
record Serving(
    ServedModel served,
    Assignment assignment,
    LoadedModel model,
    LoadedModel unit,
    int firstLabel,
    Circuit circuit) {

  static Serving of(Assignment assignment, LoadedModel model, String answersFor, Circuit circuit) {
    ServedModel served =
        new ServedModel(assignment.id(), model.manifest().labels(), assignment.role(), answersFor);
    return new Serving(served, assignment, model, model, 0, circuit);
  }

  /** The same, run as a part of several. */
  Serving in(LoadedModel fused, int first) {
    return new Serving(served, assignment, model, fused, first, circuit);
  }
}
