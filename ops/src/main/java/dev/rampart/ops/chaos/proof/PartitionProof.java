package dev.rampart.ops.chaos.proof;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.Parts;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Follows the decisions of one partition, which are those of the same partition of the inputs, and
 * works all of them out again. Memory: the records of its accounts. Confined to one thread.
 */
final class PartitionProof {
  private final Map<String, Object> client;
  private final Topics topics;
  private final int partition;
  private final SchemaRegistry registry;
  private final FeatureOracle features;
  private final LedgerOracle ledgers;
  private final Histories expected = new Histories();
  private final Histories decided = new Histories();
  private final Deeds deeds;
  private long decisions;
  private long withoutInput;

  /**
   * @param deeds told of all actions that were decided
   */
  PartitionProof(
      Map<String, Object> client,
      Topics topics,
      int partition,
      Parts parts,
      LedgerOracle ledgers,
      Deeds deeds) {
    this.client = client;
    this.topics = topics;
    this.partition = partition;
    this.registry = parts.registry();
    this.features = new FeatureOracle(parts.catalogue());
    this.ledgers = ledgers;
    this.deeds = deeds;
  }

  /** Runs it, and adds what it finds. */
  void run(Parts parts, String application, ProofCounts counts) {
    try (TopicScan scan = new TopicScan(client, at(topics.decisions().name()));
        Inputs inputs =
            new Inputs(client, topics, partition, registry, parts.reputation(), expected)) {
      Deserializer<Decision> deserializer =
          AvroSerde.of(Decision.class, registry, topics.decisions().schemaSubject()).deserializer();
      scan.forEachRemaining(
          record ->
              check(
                  Objects.requireNonNull(
                      deserializer.deserialize(record.topic(), record.value()), record.topic()),
                  inputs));
      inputs.finish();
    }
    counts.add(
        this,
        stored(application, Nodes.ACCOUNT_FEATURES),
        stored(application, Nodes.ACCOUNT_LEDGER));
  }

  private void check(Decision decision, Inputs inputs) {
    decisions++;
    deeds.decided(decision);
    String topic = decision.getSource().getTopic();
    decided.add(decision.getAuthorId(), topic, decision.getEventId());
    Optional<InputEvent> event = inputs.at(topic, decision.getSource().getOffset());
    if (event.isEmpty() || decision.getSource().getPartition() != partition) {
      withoutInput++;
      return;
    }
    features.check(event.get(), decision.getFeatures());
    ledgers.check(event.get(), decision);
  }

  private StoreContents stored(String application, String store) {
    return StoreContents.read(client, at(application + "-" + store + "-changelog"));
  }

  private TopicPartition at(String topic) {
    return new TopicPartition(topic, partition);
  }

  FeatureOracle features() {
    return features;
  }

  LedgerOracle ledgers() {
    return ledgers;
  }

  Histories expected() {
    return expected;
  }

  Histories decided() {
    return decided;
  }

  long decisions() {
    return decisions;
  }

  long withoutInput() {
    return withoutInput;
  }
}
