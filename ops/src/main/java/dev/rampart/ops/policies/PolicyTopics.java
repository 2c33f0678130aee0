package dev.rampart.ops.policies;

import dev.rampart.ops.audit.AuditLog;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The topics {@code policies} and {@code control} of one installation, and the audit of what is
 * done to them. What is written is committed together with its entry of the audit before a call
 * returns. Confined to one thread.
 */
public final class PolicyTopics implements AutoCloseable {
  private final Topics topics;
  private final SchemaRegistry registry;
  private final TableReader<PolicyVersion> versions;
  private final TableReader<ControlRecord> control;
  private final AuditLog audit;

  /**
   * Connects.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   */
  public PolicyTopics(Map<String, Object> client, Topics topics, SchemaRegistry registry) {
    this(client, topics, registry, new AuditLog(client, topics, registry));
  }

  /**
   * Connects.
   *
   * @param audit is closed with this
   */
  public PolicyTopics(
      Map<String, Object> client, Topics topics, SchemaRegistry registry, AuditLog audit) {
    this.topics = topics;
    this.registry = registry;
    this.versions = new TableReader<>(client, topics.policies(), registry);
    this.control = new TableReader<>(client, topics.control(), registry);
    this.audit = audit;
  }

  /** Newest record of every version, by its key. */
  public Map<String, PolicyVersion> versions() {
    return versions.rows();
  }

  /** What every instance has to know, by its key. */
  public Map<String, ControlRecord> control() {
    return control.rows();
  }

  /**
   * Makes a change that is committed as a whole, or not at all. What it rests on has to be read
   * within: where another changes something meanwhile it is done again.
   */
  public <T> T change(Supplier<T> work) {
    return audit.change(work);
  }

  /** Does the same without writing anything: the answer is what would happen. */
  public <T> T rehearse(Supplier<T> work) {
    return audit.rehearse(work);
  }

  /** Names of the topics of the installation. */
  Topics names() {
    return topics;
  }

  /** Reader of what is committed on a topic of the same installation. */
  <V extends SpecificRecord> CommittedScan<V> scan(Map<String, Object> client, Topic<V> topic) {
    return new CommittedScan<>(client, topic, registry);
  }

  /** Reader of the decisions of the same installation. */
  Reversals reversals(Map<String, Object> client) {
    return new Reversals(client, topics, registry);
  }

  void write(Signature by, Deed deed, Instant now, String key, PolicyVersion record) {
    write(by, deed, now, topics.policies(), key, record);
  }

  /** Writes a fact, or takes it back where {@code record} is null. */
  public void write(
      Signature by, Deed deed, Instant now, String key, @Nullable ControlRecord record) {
    write(by, deed, now, topics.control(), key, record);
  }

  private <V extends SpecificRecord> void write(
      Signature by, Deed deed, Instant now, Topic<V> topic, String key, @Nullable V record) {
    change(
        () -> {
          audit(by, deed, now);
          send(topic, key, record);
          return deed;
        });
  }

  /** Writes an entry of the audit. */
  void audit(Signature by, Deed deed, Instant now) {
    audit.write(by, deed, now);
  }

  /** Writes a record, within a change whose audit tells of it. */
  <V extends SpecificRecord> void send(Topic<V> topic, String key, @Nullable V value) {
    audit.apply(topic.name(), key, value == null ? null : bytes(topic, value));
  }

  private <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
    return AvroSerde.of(topic.value(), registry, topic.schemaSubject())
        .serializer()
        .serialize(topic.name(), value);
  }

  @Override
  public void close() {
    audit.close();
    control.close();
    versions.close();
  }
}
