package dev.rampart.topology.control;

import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topic;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * The global table of the topic {@code control}, handing every fact to the listener of its kind. An
 * instance has read the topic up to its end of that moment before its stream threads process
 * anything.
 */
public final class ControlTable {
  private final Map<ControlKind, ControlListener> listeners = new EnumMap<>(ControlKind.class);

  /**
   * Tells a listener of all facts of a kind; one listener a kind, named before the topology is
   * built.
   */
  public ControlTable tell(ControlKind kind, ControlListener listener) {
    if (listeners.putIfAbsent(kind, listener) != null) {
      throw new IllegalStateException("a second listener for " + kind);
    }
    return this;
  }

  /** Adds the table to a topology. */
  public void addTo(Topology flow, Topic<ControlRecord> topic, SchemaRegistry registry) {
    AvroSerde<ControlRecord> serde = AvroSerde.of(topic.value(), registry, topic.schemaSubject());
    Map<ControlKind, ControlListener> told = Map.copyOf(listeners);
    flow.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Nodes.CONTROL_FACTS),
                Serdes.String(),
                Serdes.ByteArray())
            .withLoggingDisabled(),
        Nodes.CONTROL_SOURCE,
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        topic.name(),
        Nodes.CONTROL_TABLE,
        () -> new ControlReader(serde.deserializer(), topic.name(), told));
  }
}
