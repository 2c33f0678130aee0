package dev.rampart.ops.operation;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ModelRole;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.ops.policies.PolicyTopics;
import dev.rampart.ops.serving.Lineup;
import dev.rampart.ops.serving.ModelKeeper;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.topology.control.ControlKeys;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Says which versions of a model serve, to all instances. The audit and what it tells of are one
 * transaction. Safe for use by many threads, which take turns.
 */
public final class ModelDesk implements AutoCloseable {
  private final PolicyTopics topics;
  private final ModelRepository repository;
  private final ModelKeeper keeper;
  private final Clock clock;

  /**
   * @param topics are closed with this
   * @param repository of this instance; a version that it cannot load is not assigned
   * @param keeper of this instance
   */
  public ModelDesk(
      PolicyTopics topics, ModelRepository repository, ModelKeeper keeper, Clock clock) {
    this.topics = topics;
    this.repository = repository;
    this.keeper = keeper;
    this.clock = clock;
  }

  /**
   * Versions of a model in the repository of this instance, and how they serve.
   *
   * @throws ProblemException 404 where none of the model serves
   */
  public List<ModelVersion> versions(String model) {
    Lineup lineup = served(model);
    return repository.list().stream()
        .filter(id -> id.name().equals(model))
        .map(id -> version(id, lineup))
        .toList();
  }

  private ModelVersion version(ModelId id, Lineup lineup) {
    Optional<Assignment> assigned = lineup.assignment(id.version());
    return new ModelVersion(
        id.name(),
        id.version(),
        labels(id),
        assigned.map(Assignment::role).orElse(null),
        assigned.map(Assignment::share).orElse(0.0));
  }

  private List<String> labels(ModelId id) {
    try {
      return repository.manifest(id).labels();
    } catch (ModelRefusedException unreadable) {
      return List.of();
    }
  }

  /**
   * Gives a version a role, in which it takes the place of another.
   *
   * @param share of the accounts that a canary takes
   * @return what serves of the model then
   * @throws ProblemException 404 where there is no such version, 422 where it cannot be served
   */
  public synchronized Lineup assign(
      ModelId id, ModelRole role, double share, Signature by, boolean dryRun) {
    requireKnown(id);
    requireLoads(id);
    if (role != ModelRole.SHADOW) {
      requireLabels(id);
    }
    return make(id, "model.assign", lineup -> lineup.with(role, id.version(), share), by, dryRun);
  }

  /**
   * Takes a canary or a shadow out.
   *
   * @return what serves of the model then
   * @throws ProblemException 404 where the version does not serve, 422 where it is live
   */
  public synchronized Lineup withdraw(ModelId id, Signature by, boolean dryRun) {
    return make(id, "model.withdraw", lineup -> withdrawn(lineup, id), by, dryRun);
  }

  private static Lineup withdrawn(Lineup lineup, ModelId id) {
    if (lineup.assignment(id.version()).isEmpty()) {
      throw ProblemException.notFound(id + ": does not serve");
    }
    return lineup.without(id.version());
  }

  private Lineup make(
      ModelId id, String operation, UnaryOperator<Lineup> change, Signature by, boolean dryRun) {
    Supplier<Lineup> work = () -> write(id, operation, changed(id, change), by);
    return dryRun ? topics.rehearse(work) : topics.change(work);
  }

  private Lineup changed(ModelId id, UnaryOperator<Lineup> change) {
    try {
      return change.apply(wanted(id.name()));
    } catch (IllegalArgumentException refused) {
      throw ProblemException.wrongInput(String.valueOf(refused.getMessage()));
    }
  }

  /** What is to serve on every instance; before anybody said so, what serves here. */
  private Lineup wanted(String model) {
    ControlRecord told = topics.control().get(key(model));
    return told == null ? served(model) : Lineup.of(told);
  }

  private Lineup served(String model) {
    return keeper
        .lineup(model)
        .orElseThrow(() -> ProblemException.notFound(model + ": no such model is served"));
  }

  private Lineup write(ModelId id, String operation, Lineup lineup, Signature by) {
    Map<String, String> details = new LinkedHashMap<>();
    lineup.values().forEach((place, share) -> details.put(place, share.toString()));
    ControlRecord fact =
        ControlRecord.newBuilder()
            .setEntity(Lineup.entity(id.name()))
            .setKind(ControlKind.MODEL_VERSIONS)
            .setValues(lineup.values())
            .setReason(by.reason())
            .setSetBy(by.who())
            .setSetAt(clock.instant())
            .build();
    Deed deed = new Deed(operation, "model:" + id, details);
    topics.write(by, deed, clock.instant(), key(id.name()), fact);
    return lineup;
  }

  private static String key(String model) {
    return ControlKeys.of(ControlKind.MODEL_VERSIONS, Lineup.entity(model));
  }

  private void requireKnown(ModelId id) {
    List<String> known = versions(id.name()).stream().map(ModelVersion::version).toList();
    if (!known.contains(id.version())) {
      throw ProblemException.notFound("%s: no such version; there are %s".formatted(id, known));
    }
  }

  private void requireLoads(ModelId id) {
    try {
      repository.load(id).leases().release(1);
    } catch (ModelRefusedException refused) {
      throw ProblemException.wrongInput(refused.problems().stream().map(Object::toString).toList());
    }
  }

  /** Policies name the labels of the live version. */
  private void requireLabels(ModelId id) {
    List<String> needed =
        repository.manifest(new ModelId(id.name(), served(id.name()).live())).labels();
    List<String> found = repository.manifest(id).labels();
    if (!found.containsAll(needed)) {
      throw ProblemException.wrongInput(
          "labels of %s: found %s, required are those that policies may name, %s"
              .formatted(id, found, needed));
    }
  }

  @Override
  public synchronized void close() {
    topics.close();
  }
}
