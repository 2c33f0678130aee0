package dev.rampart.topology;

import dev.rampart.actions.lifecycle.PolicyBook;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.classifiers.Scorer;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.decide.ScoreVector;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.reputation.Reputation;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
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
 * @param reputation lists that events are held against; may give a newer version at any time
 */
public record Parts(
    SchemaRegistry registry,
    FeatureCatalogue catalogue,
    Scorer scorer,
    PolicyBook policies,
    MeterRegistry meters,
    Supplier<Reputation> reputation) {
  /** Parts without reputation lists. */
  public Parts(
      SchemaRegistry registry,
      FeatureCatalogue catalogue,
      Scorer scorer,
      PolicyBook policies,
      MeterRegistry meters) {
    this(registry, catalogue, scorer, policies, meters, () -> Reputation.NONE);
  }

  /** Names of the scores that policies may use, as {@code model.label}, in their order. */
  public List<String> scoreNames() {
    return ScoreVector.namesOf(scorer.models());
  }

  /** What policies may name with this catalogue and these models. */
  public static PolicyVocabulary vocabulary(FeatureCatalogue catalogue, Scorer scorer) {
    return new PolicyVocabulary(catalogue.names(), ScoreVector.namesOf(scorer.models()));
  }
}
