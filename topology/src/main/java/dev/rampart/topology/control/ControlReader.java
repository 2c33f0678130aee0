package dev.rampart.topology.control;

import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.serde.WireFormatException;
import dev.rampart.topology.topics.Nodes;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads facts and tombstones. A record that is neither is passed over with a warning: one bad fact
 * must not stop an instance from knowing the others. A registry at fault is not passed over.
 */
final class ControlReader implements Processor<String, byte[], Void, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(ControlReader.class);

  private final Deserializer<ControlRecord> facts;
  private final String topic;
  private final Map<ControlKind, ControlListener> listeners;
  private KeyValueStore<String, byte[]> store;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  ControlReader(
      Deserializer<ControlRecord> facts,
      String topic,
      Map<ControlKind, ControlListener> listeners) {
    this.facts = facts;
    this.topic = topic;
    this.listeners = listeners;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(Nodes.CONTROL_FACTS);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    String key = record.key();
    if (key == null) {
      return;
    }
    byte[] value = record.value();
    store.put(key, value);
    ControlListener listener = ControlKeys.kind(key).map(listeners::get).orElse(null);
    if (listener != null) {
      tell(listener, key, value);
    }
  }

  private void tell(ControlListener listener, String key, byte @Nullable [] value) {
    if (value == null) {
      listener.clear(ControlKeys.entity(key));
      return;
    }
    try {
      ControlRecord fact = facts.deserialize(topic, value);
      if (ControlKeys.of(fact.getKind(), fact.getEntity()).equals(key)) {
        listener.set(fact);
      } else {
        LOG.warn(
            "A fact on {} lies under another key than its own, {}; it is passed over", topic, key);
      }
    } catch (WireFormatException unreadable) {
      LOG.warn("The fact {} on {} cannot be read and is passed over", key, topic, unreadable);
    }
  }
}
