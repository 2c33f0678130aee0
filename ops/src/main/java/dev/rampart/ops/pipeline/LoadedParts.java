package dev.rampart.ops.pipeline;

import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.lifecycle.PolicyBook;
import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.classifiers.EngineSettings;
import dev.rampart.classifiers.FeatureSelector;
import dev.rampart.classifiers.Scorer;
import dev.rampart.classifiers.ScoringEngine;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.serving.ModelKeeper;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.Parts;
import dev.rampart.topology.features.CatalogueException;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.reputation.ListException;
import dev.rampart.topology.reputation.ReloadingLists;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.time.Duration;

/**
 * The parts of a pipeline, loaded and checked. Close it after the pipeline that uses it.
 *
 * @param parts what the topology is built from
 * @param lists reputation lists among them
 * @param models keeps the versions of models that are wanted
 */
public record LoadedParts(Parts parts, ReloadingLists lists, ModelKeeper models)
    implements AutoCloseable {
  /**
   * A commit waits 3 s for scores ({@link dev.rampart.topology.classify.ClassifyLimits}) before it
   * aborts. Scores are given up before that: what waits too long, and a run that hangs, which is
   * asked to end after this time and abandoned after twice as long.
   */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private static final Duration LONGEST_RUN = Duration.ofSeconds(1);

  /**
   * Loads models, catalogue and policies, and starts the scoring engine.
   *
   * @throws CommandFailure with everything that is wrong with one of them
   */
  public static LoadedParts load(Sources sources, SchemaRegistry registry, MeterRegistry meters) {
    FeatureCatalogue catalogue = catalogue(sources);
    ModelRepository repository = new ModelRepository(sources.models());
    ScoringEngine engine = engine(repository, meters);
    Scorer scorer = selector(engine, repository, catalogue);
    try {
      PolicyVocabulary vocabulary = Parts.vocabulary(catalogue, scorer);
      PolicyBook policies =
          new PolicyBook(CompiledPolicy.load(sources.policies(), vocabulary), vocabulary);
      ReloadingLists lists = lists(sources, meters);
      ModelKeeper models = new ModelKeeper(engine, repository, catalogue.names(), meters);
      return new LoadedParts(
          new Parts(registry, catalogue, scorer, policies, meters, lists).telling(models::listenTo),
          lists,
          models);
    } catch (PolicyException wrong) {
      scorer.close();
      throw CommandFailure.wrongUsage(wrong.problems().stream().map(Object::toString).toList());
    } catch (RuntimeException failure) {
      scorer.close();
      throw failure;
    }
  }

  /**
   * Loads the catalogue alone.
   *
   * @throws CommandFailure with everything that is wrong with it
   */
  public static FeatureCatalogue catalogue(Sources sources) {
    if (!Files.isReadable(sources.catalogue())) {
      throw CommandFailure.wrongUsage(sources.catalogue() + ": no such file, or not readable");
    }
    try {
      return FeatureCatalogue.load(sources.catalogue());
    } catch (CatalogueException wrong) {
      throw CommandFailure.wrongUsage(wrong.problems().stream().map(Object::toString).toList());
    }
  }

  private static ReloadingLists lists(Sources sources, MeterRegistry meters) {
    try {
      return ReloadingLists.open(sources.lists(), meters);
    } catch (ListException wrong) {
      throw CommandFailure.wrongUsage(wrong.problems().stream().map(Object::toString).toList());
    }
  }

  private static ScoringEngine engine(ModelRepository repository, MeterRegistry meters) {
    EngineSettings settings = EngineSettings.defaults().withLimits(LONGEST_WAIT, LONGEST_RUN);
    try {
      return ScoringEngine.start(repository, settings, meters);
    } catch (ModelRefusedException wrong) {
      throw refused(wrong);
    }
  }

  /** Closes the engine where a model of it is refused. */
  private static Scorer selector(
      ScoringEngine engine, ModelRepository repository, FeatureCatalogue catalogue) {
    try {
      return FeatureSelector.over(engine, repository, catalogue.names());
    } catch (ModelRefusedException wrong) {
      throw refused(wrong);
    }
  }

  private static CommandFailure refused(ModelRefusedException wrong) {
    return CommandFailure.wrongUsage(wrong.problems().stream().map(Object::toString).toList());
  }

  @Override
  public void close() {
    models.close();
    parts.scorer().close();
    lists.close();
  }
}
