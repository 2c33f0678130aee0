package dev.rampart.topology.state;

import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.topology.entities.StoredEntity;
import dev.rampart.topology.features.FeatureEngine;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topics;
import java.util.List;

/**
 * A store whose content outlives an instance, because its changes lie on a topic.
 *
 * @param name of the store
 * @param spreadAs topic whose partitions the store's are
 * @param format first byte of each of its records that this build reads; a build that writes
 *     another one counts up
 */
public record KeptStore(String name, String spreadAs, int format) {
  private static final String CHANGES = "-changelog";

  /** All of them. */
  public static List<KeptStore> of(Topics topics) {
    return List.of(
        new KeptStore(Nodes.ACCOUNT_FEATURES, topics.messages().name(), FeatureEngine.FORMAT),
        new KeptStore(Nodes.ACCOUNT_LEDGER, topics.messages().name(), AccountLedger.FORMAT),
        new KeptStore(Nodes.ENTITY_FEATURES, topics.sightings(), StoredEntity.FORMAT));
  }

  /** The topic of its changes under an application id, as Kafka Streams names it. */
  public String changes(String applicationId) {
    return applicationId + "-" + name + CHANGES;
  }

  /** Whether a topic holds the changes of some store of an application. */
  public static boolean areChanges(String topic, String applicationId) {
    return topic.startsWith(applicationId + "-") && topic.endsWith(CHANGES);
  }
}
