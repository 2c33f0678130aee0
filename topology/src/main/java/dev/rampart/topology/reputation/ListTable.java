package dev.rampart.topology.reputation;

import dev.rampart.schemas.ListedEntry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.schemas.serde.WireFormatException;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every record of the topic {@code lists}, at the start and while running. A record that
 * cannot be used is logged and counted, and what was listed stays so.
 */
public final class ListTable implements Processor<String, byte[], Void, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(ListTable.class);

  private final Deserializer<ListedEntry> deserializer;
  private final String topic;
  private final ListedEntries entries;
  private final Counter refused;
  private KeyValueStore<String, byte[]> store;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private ListTable(
      Topic<ListedEntry> topic,
      SchemaRegistry registry,
      ListedEntries entries,
      MeterRegistry meters) {
    this.deserializer = AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
    this.topic = topic.name();
    this.entries = entries;
    this.refused =
        Counter.builder("rampart.lists.records.refused")
            .description("Records of the topic lists that could not be used")
            .register(meters);
  }

  /**
   * Adds the table to a topology: a global one, built again from the topic at every start.
   *
   * @param entries told of every record
   */
  public static void addTo(
      Topology flow,
      Topic<ListedEntry> topic,
      SchemaRegistry registry,
      ListedEntries entries,
      MeterRegistry meters) {
    flow.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Nodes.LISTED_ENTRIES),
                Serdes.String(),
                Serdes.ByteArray())
            .withLoggingDisabled(),
        Nodes.LISTS,
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        topic.name(),
        Nodes.LIST_TABLE,
        () -> new ListTable(topic, registry, entries, meters));
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(Nodes.LISTED_ENTRIES);
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

  private void take(String key, byte @Nullable [] value) {
    try {
      if (value == null) {
        entries.remove(key);
        return;
      }
      ListedEntry entry = deserializer.deserialize(topic, value);
      if (ListedEntries.key(entry.getList(), entry.getEntry()).equals(key)) {
        entries.put(entry);
      } else {
        refuse("a record lies under another key than its own");
      }
    } catch (WireFormatException | IllegalArgumentException unusable) {
      refuse(String.valueOf(unusable.getMessage()));
    }
  }

  private void refuse(String why) {
    refused.increment();
    LOG.warn("A record of {} is not used; what was listed stays. {}", topic, why);
  }
}
