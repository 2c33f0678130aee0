package dev.rampart.topology;

import dev.rampart.actions.restraint.RestraintBook;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.classify.Classify;
import dev.rampart.topology.control.ControlTable;
import dev.rampart.topology.decide.Decide;
import dev.rampart.topology.enrich.Enrich;
import dev.rampart.topology.ingest.Ingest;
import dev.rampart.topology.ledger.KeepLedger;
import dev.rampart.topology.policies.PolicyTable;
import dev.rampart.topology.policies.RestraintFacts;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole flow, in the order in which an event takes it.
 *
 * <pre>
 *  messages ─┐                 account-features  commit-barrier    account-ledger
 *  users    ─┼─▶ ingest ─▶ enrich ─▶ classify ─▶ decide ─▶ ledger ─┬─▶ decisions
 *  feedback ─┘     │          │                     │         │    ├─▶ actions.messages
 *                  └──────────┴──────────┬──────────┴─────────┘    ├─▶ actions.users
 *                                  dead-letters                    ├─▶ review
 *                                                                  └─▶ audit
 * </pre>
 *
 * <p>Every instance knows all facts of the topic {@code control}.
 *
 * <p>One sub-topology and no repartition: all inputs are keyed by account, so that one task owns an
 * account's features and its ledger, and an event pays for one commit only.
 */
public final class RampartTopology {
  private final Topics topics;
  private final PipelineSettings settings;
  private final Parts parts;

  /**
   * @param settings names, limits and tuning
   * @param parts what the stages work with
   */
  public RampartTopology(PipelineSettings settings, Parts parts) {
    this.topics = settings.topics();
    this.settings = settings;
    this.parts = parts;
  }

  /** Builds the topology; call it once a Kafka Streams instance. */
  public Topology build() {
    Deserializer<byte[]> bytes = new ByteArrayDeserializer();
    RestraintBook restraints = new RestraintBook();
    Topology flow = new Topology();

    flow.addSource(Nodes.MESSAGES, bytes, bytes, topics.messages().name())
        .addSource(Nodes.USERS, bytes, bytes, topics.users().name())
        .addSource(Nodes.FEEDBACK, bytes, bytes, topics.feedback().name())
        .addProcessor(
            Nodes.INGEST,
            Ingest.supplier(
                topics, parts.registry(), parts.reputation(), settings.ingest(), parts.meters()),
            Nodes.MESSAGES,
            Nodes.USERS,
            Nodes.FEEDBACK)
        .addProcessor(
            Nodes.ENRICH,
            Enrich.supplier(
                parts.catalogue(), settings.repeats(), settings.retention(), parts.meters()),
            Nodes.INGEST)
        .addStateStore(accountStore(Nodes.ACCOUNT_FEATURES), Nodes.ENRICH)
        .addProcessor(
            Nodes.CLASSIFY, Classify.supplier(parts.scorer(), settings.classify()), Nodes.ENRICH)
        .addProcessor(
            Nodes.DECIDE,
            Decide.supplier(
                parts.policies(),
                restraints,
                parts.scoreNames(),
                settings.retention().ledger(),
                parts.meters()),
            Nodes.CLASSIFY)
        .addProcessor(
            Nodes.LEDGER,
            KeepLedger.supplier(parts.catalogue().version(), parts.meters()),
            Nodes.DECIDE)
        .addStateStore(accountStore(Nodes.ACCOUNT_LEDGER), Nodes.DECIDE, Nodes.LEDGER);

    RestraintFacts.tellOf(restraints, new ControlTable())
        .addTo(flow, topics.control(), parts.registry());

    addSink(flow, Nodes.DECISIONS, topics.decisions());
    addSink(flow, Nodes.MESSAGE_ACTIONS, topics.messageActions());
    addSink(flow, Nodes.USER_ACTIONS, topics.userActions());
    addSink(flow, Nodes.REVIEW, topics.review());
    addSink(flow, Nodes.AUDIT, topics.audit());
    addPolicies(flow, bytes);
    return flow.addSink(
        Nodes.DEAD_LETTERS,
        topics.deadLetters(),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        Nodes.INGEST,
        Nodes.ENRICH,
        Nodes.DECIDE,
        Nodes.LEDGER);
  }

  private void addPolicies(Topology flow, Deserializer<byte[]> bytes) {
    flow.addGlobalStore(
        PolicyTable.store(),
        Nodes.POLICIES,
        new StringDeserializer(),
        bytes,
        topics.policies().name(),
        Nodes.POLICY_TABLE,
        PolicyTable.supplier(
            topics.policies(), parts.registry(), parts.policies(), parts.meters()));
  }

  private <V extends SpecificRecord> void addSink(Topology flow, String node, Topic<V> topic) {
    AvroSerde<V> serde = AvroSerde.of(topic.value(), parts.registry(), topic.schemaSubject());
    flow.addSink(node, topic.name(), new StringSerializer(), serde.serializer(), Nodes.LEDGER);
  }

  /** Never cached: a cached store downstream of the barrier would be flushed before it. */
  private static StoreBuilder<KeyValueStore<String, byte[]>> accountStore(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(Map.of());
  }
}
