package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.repository.ModelSource;
import dev.rampart.classifiers.runtime.LoadedModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a new plan is made from: models of the plan before, where they are to be trusted, and the
 * source for the others.
 *
 * @param source of models
 * @param before the plan in force
 * @param distrusted models that are loaded anew although they are there
 * @param noDevice why only the CPU is used; empty where models choose
 * @param rest of a circuit
 */
record Stock(
    ModelSource source, Plan before, Set<LoadedModel> distrusted, String noDevice, Duration rest) {

  /** A model with a lease for the caller. */
  LoadedModel take(ModelId id) {
    for (LoadedModel held : before.held()) {
      if (held.manifest().id().equals(id) && !distrusted.contains(held) && held.leases().take()) {
        return held;
      }
    }
    return noDevice.isEmpty() ? source.load(id) : source.loadOnCpu(id, noDevice);
  }

  /**
   * The circuit of a model: the one of before, unless another version or device makes it a new
   * start.
   */
  Circuit circuit(Assignment assignment, LoadedModel model, String answersFor) {
    return servings()
        .filter(serving -> serving.served().id().equals(assignment.id()))
        .filter(serving -> serving.served().role() == assignment.role())
        .filter(serving -> serving.served().answersFor().equals(answersFor))
        .filter(serving -> serving.model().device().equals(model.device()))
        .map(Serving::circuit)
        .findFirst()
        .orElseGet(() -> new Circuit(rest));
  }

  /** The version of a model that stands by: the one that is live, else the newest. */
  Optional<ModelId> standby(String name, List<Assignment> wanted) {
    return Stream.concat(wanted.stream().map(Assignment::id), source.newest().stream())
        .filter(id -> id.name().equals(name))
        .findFirst();
  }

  private Stream<Serving> servings() {
    return before.seats().stream()
        .flatMap(
            seat ->
                seat.standby() == null
                    ? Stream.of(seat.serving())
                    : Stream.of(seat.serving(), seat.standby().serving()));
  }
}
