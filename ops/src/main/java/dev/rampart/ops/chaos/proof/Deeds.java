package dev.rampart.ops.chaos.proof;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What was decided to be done to each subject, held against what was sent to the moderation
 * services, in order. Reviews are not in it: they are counted by id. Confined to one thread.
 */
final class Deeds {
  private final String messageActions;
  private final String userActions;
  private final Histories decided = new Histories();
  private final Histories sent = new Histories();

  Deeds(Topics topics) {
    this.messageActions = topics.messageActions().name();
    this.userActions = topics.userActions().name();
  }

  /** Takes the actions of a decision that are to be done. */
  void decided(Decision decision) {
    decision.getActions().stream()
        .filter(action -> action.getMode() != PolicyMode.SHADOW)
        .filter(action -> action.getKind() != ActionKind.REVIEW)
        .forEach(action -> add(decided, topicOf(action), action));
  }

  /** Reads what was sent on one partition of a topic. */
  void read(
      Map<String, Object> client,
      Topic<EnforcementAction> topic,
      int partition,
      SchemaRegistry registry) {
    Deserializer<EnforcementAction> deserializer =
        AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
    try (TopicScan scan = new TopicScan(client, new TopicPartition(topic.name(), partition))) {
      scan.forEachRemaining(
          record ->
              add(
                  sent,
                  topic.name(),
                  Objects.requireNonNull(
                      deserializer.deserialize(topic.name(), record.value()), topic.name())));
    }
  }

  long subjects() {
    return decided.size();
  }

  long differences() {
    return decided.differences(sent);
  }

  long total() {
    return decided.total();
  }

  /** Several accounts may act on one subject, a guild for instance: order holds by account. */
  private static void add(Histories histories, String topic, EnforcementAction action) {
    histories.add(
        action.getSubjectId() + ' ' + action.getAccountId(),
        topic,
        action.getActionId().toString());
  }

  private String topicOf(EnforcementAction action) {
    return action.getSubjectType() == SubjectType.MESSAGE ? messageActions : userActions;
  }
}
