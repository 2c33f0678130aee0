package dev.rampart.topology.policies;

import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.lifecycle.PolicyBook;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every record of the {@code policies} topic into the book, at the start and while running. A
 * record that cannot be used is logged and counted, and what was in force stays so.
 */
public final class PolicyTable implements Processor<String, byte[], Void, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyTable.class);

  private final Deserializer<PolicyVersion> deserializer;
  private final String topic;
  private final PolicyBook book;
  private final Counter taken;
  private final Counter refused;
  private KeyValueStore<String, byte[]> store;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private PolicyTable(
      Topic<PolicyVersion> topic, SchemaRegistry registry, PolicyBook book, MeterRegistry meters) {
    this.deserializer = AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
    this.topic = topic.name();
    this.book = book;
    this.taken = counter(meters, "taken");
    this.refused = counter(meters, "refused");
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return Counter.builder("rampart.policies.records")
        .description("Records of the policies topic, by whether they could be used")
        .tag("outcome", outcome)
        .register(meters);
  }

  /** Makes the one processor of an instance. */
  public static ProcessorSupplier<String, byte[], Void, Void> supplier(
      Topic<PolicyVersion> topic, SchemaRegistry registry, PolicyBook book, MeterRegistry meters) {
    return () -> new PolicyTable(topic, registry, book, meters);
  }

  /** The table itself; built again from the topic at every start, so that none is missed. */
  public static StoreBuilder<KeyValueStore<String, byte[]>> store() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(Nodes.POLICY_VERSIONS),
            Serdes.String(),
            Serdes.ByteArray())
        .withLoggingDisabled();
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(Nodes.POLICY_VERSIONS);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    String key = record.key();
    if (key == null) {
      refuse("a record without a key");
      return;
    }
    store.put(key, record.value());
    take(key, record.value());
  }

  @SuppressWarnings("CatchingUnchecked") // bytes of any kind may lie there; none may stop us
  private void take(String key, byte[] value) {
    try {
      if (value == null) {
        book.remove(key);
      } else {
        book.put(key, deserializer.deserialize(topic, value));
      }
      taken.increment();
    } catch (PolicyException | RuntimeException unusable) {
      refuse(key + ": " + unusable.getMessage());
    }
  }

  private void refuse(String why) {
    refused.increment();
    LOG.warn("A policy record is not used; what was in force stays. {}", why);
  }
}
