package dev.rampart.topology;

import dev.rampart.actions.restraint.RestraintBook;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.classify.Classify;
import dev.rampart.topology.control.ControlTable;
import dev.rampart.topology.decide.Decide;
import dev.rampart.topology.enrich.Enrich;
import dev.rampart.topology.entities.HotEntities;
import dev.rampart.topology.entities.KeepEntities;
import dev.rampart.topology.entities.SightingPartitions;
import dev.rampart.topology.ingest.Ingest;
import dev.rampart.topology.ledger.KeepLedger;
import dev.rampart.topology.policies.PolicyTable;
import dev.rampart.topology.policies.RestraintFacts;
import dev.rampart.topology.policies.RestraintMeters;
import dev.rampart.topology.reputation.ListTable;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
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
 *  feedback ─┤     │        │ │ ▲                  │         │    ├─▶ actions.messages
 *  findings ─┘     └────────┴─│─│──────┬───────────┴─────────┘    ├─▶ actions.users
 *      ▲                      │ │ dead-letters                    ├─▶ review
 *      │                      │ └─ control (every instance)       └─▶ audit
 *      │           sightings  ▼       ▲
 *      └──────────────────── entities ┘ entity-features
 * </pre>
 *
 * <p>All inputs are keyed by account, so that one task owns an account's features and its ledger,
 * and an event pays for one commit only. What needs another key is kept by a second sub-topology
 * beside that path; of it every instance knows the hot entities, and all other facts of the topic
 * {@code control}, from memory.
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
    HotEntities hot = new HotEntities(parts.catalogue());
    SightingPartitions partitions = new SightingPartitions();

    flow.addSource(Nodes.MESSAGES, bytes, bytes, topics.messages().name())
        .addSource(Nodes.USERS, bytes, bytes, topics.users().name())
        .addSource(Nodes.FEEDBACK, bytes, bytes, topics.feedback().name())
        .addSource(Nodes.FINDINGS, bytes, bytes, topics.findings().name())
        .addProcessor(
            Nodes.INGEST,
            Ingest.supplier(
                topics, parts.registry(), parts.reputation(), settings.ingest(), parts.meters()),
            Nodes.MESSAGES,
            Nodes.USERS,
            Nodes.FEEDBACK,
            Nodes.FINDINGS)
        .addProcessor(
            Nodes.ENRICH,
            Enrich.supplier(
                parts.catalogue(),
                settings.repeats(),
                settings.retention(),
                hot,
                partitions,
                parts.served(),
                parts.meters()),
            Nodes.INGEST)
        .addStateStore(recordStore(Nodes.ACCOUNT_FEATURES), Nodes.ENRICH)
        .addProcessor(
            Nodes.CLASSIFY,
            Classify.supplier(parts.scorer(), settings.classify(), parts.meters()),
            Nodes.ENRICH)
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
        .addStateStore(recordStore(Nodes.ACCOUNT_LEDGER), Nodes.DECIDE, Nodes.LEDGER);

    addEntities(flow, hot, partitions);
    RestraintMeters.show(restraints, parts.meters());
    ControlTable facts = new ControlTable().tell(ControlKind.HOT_ENTITY, hot);
    parts.facts().accept(RestraintFacts.tellOf(restraints, facts));
    facts.addTo(flow, topics.control(), parts.registry());
    addPolicies(flow, bytes);
    ListTable.addTo(flow, topics.lists(), parts.registry(), parts.listed(), parts.meters());

    addSink(flow, Nodes.DECISIONS, topics.decisions(), Nodes.LEDGER);
    addSink(flow, Nodes.MESSAGE_ACTIONS, topics.messageActions(), Nodes.LEDGER);
    addSink(flow, Nodes.USER_ACTIONS, topics.userActions(), Nodes.LEDGER);
    addSink(flow, Nodes.REVIEW, topics.review(), Nodes.LEDGER);
    addSink(flow, Nodes.AUDIT, topics.audit(), Nodes.LEDGER);
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

  /** What is keyed otherwise than by account: fed at commits, coming back as news and findings. */
  private void addEntities(Topology flow, HotEntities hot, SightingPartitions partitions) {
    flow.addSink(
            Nodes.SIGHTINGS,
            topics.sightings(),
            new IntegerSerializer(),
            new ByteArraySerializer(),
            partitions,
            Nodes.ENRICH)
        .addSource(
            Nodes.SIGHTED,
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer(),
            topics.sightings())
        .addProcessor(
            Nodes.ENTITIES,
            KeepEntities.supplier(parts.catalogue(), hot, parts.meters()),
            Nodes.SIGHTED)
        .addStateStore(recordStore(Nodes.ENTITY_FEATURES), Nodes.ENTITIES);
    addSink(flow, Nodes.CONTROL, topics.control(), Nodes.ENTITIES);
    addSink(flow, Nodes.FOUND, topics.findings(), Nodes.ENTITIES);
  }

  private <V extends SpecificRecord> void addSink(
      Topology flow, String node, Topic<V> topic, String from) {
    AvroSerde<V> serde = AvroSerde.of(topic.value(), parts.registry(), topic.schemaSubject());
    flow.addSink(node, topic.name(), new StringSerializer(), serde.serializer(), from);
  }

  /** Never cached: a cached store downstream of the barrier would be flushed before it. */
  private static StoreBuilder<KeyValueStore<String, byte[]>> recordStore(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(Map.of());
  }
}
