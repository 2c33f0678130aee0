package dev.rampart.topology;

import dev.rampart.actions.lifecycle.PolicyBook;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.classifiers.Scorer;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.control.ControlTable;
import dev.rampart.topology.decide.ScoreVector;
import dev.rampart.topology.entities.ServedValues;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.reputation.ListedEntries;
import dev.rampart.topology.reputation.Reputation;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a topology is made from besides its settings; shared by all of its tasks, so all of it is
 * safe for use by many threads.
 *
 * @param registry schemas of what is read and written
 * @param catalogue features to keep
 * @param scorer models to ask; its owner closes it, after the pipeline
 * @param policies which policies are in force at which event time
 * @param meters where everything is counted
 * @param files reputation lists of files; may give a newer version at any time
 * @param listed entries of the topic of lists, which the topology fills
 * @param served what an earlier run served of other entities than accounts, to be served again;
 *     empty for a pipeline that finds out by itself
 * @param scoreNames names of the scores that policies may use, as {@code model.label}, in their
 *     order; they stay when the versions of models change
 * @param facts lets whoever else has to know be told of facts of the topic {@code control}
 */
public record Parts(
    SchemaRegistry registry,
    FeatureCatalogue catalogue,
    Scorer scorer,
    PolicyBook policies,
    MeterRegistry meters,
    Supplier<Reputation> files,
    ListedEntries listed,
    Optional<ServedValues> served,
    List<String> scoreNames,
    Consumer<ControlTable> facts) {
  public Parts {
    scoreNames = List.copyOf(scoreNames);
  }

  /** Parts without reputation lists. */
  public Parts(
      SchemaRegistry registry,
      FeatureCatalogue catalogue,
      Scorer scorer,
      PolicyBook policies,
      MeterRegistry meters) {
    this(registry, catalogue, scorer, policies, meters, () -> Reputation.NONE);
  }

  /** Parts of a pipeline that finds out by itself. */
  public Parts(
      SchemaRegistry registry,
      FeatureCatalogue catalogue,
      Scorer scorer,
      PolicyBook policies,
      MeterRegistry meters,
      Supplier<Reputation> files) {
    this(
        registry,
        catalogue,
        scorer,
        policies,
        meters,
        files,
        new ListedEntries(),
        Optional.empty(),
        ScoreVector.namesOf(scorer.models()),
        table -> {});
  }

  /** The same, serving of other entities what an earlier run served. */
  public Parts serving(ServedValues values) {
    return new Parts(
        registry,
        catalogue,
        scorer,
        policies,
        meters,
        files,
        listed,
        Optional.of(values),
        scoreNames,
        facts);
  }

  /** The same, with somebody else who is told of facts. */
  public Parts telling(Consumer<ControlTable> listening) {
    return new Parts(
        registry,
        catalogue,
        scorer,
        policies,
        meters,
        files,
        listed,
        served,
        scoreNames,
        listening);
  }

  /** Lists that events are held against, of files and topic; may give a newer version any time. */
  public Supplier<Reputation> reputation() {
    return listed.with(files);
  }

  /** What policies may name. */
  public PolicyVocabulary vocabulary() {
    return new PolicyVocabulary(catalogue.names(), scoreNames);
  }

  /** What policies may name with this catalogue and these models. */
  public static PolicyVocabulary vocabulary(FeatureCatalogue catalogue, Scorer scorer) {
    return new PolicyVocabulary(catalogue.names(), ScoreVector.namesOf(scorer.models()));
  }
}
