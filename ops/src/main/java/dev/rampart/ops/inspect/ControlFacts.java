package dev.rampart.ops.inspect;

import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.schemas.serde.WireFormatException;
import dev.rampart.topology.Pipeline;
import dev.rampart.topology.control.ControlKeys;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Facts of the topic {@code control}, as this instance knows them. For many threads. */
public final class ControlFacts {
  private final LocalStores stores;
  private final Deserializer<ControlRecord> deserializer;

  public ControlFacts(Pipeline pipeline, Topic<ControlRecord> topic, SchemaRegistry registry) {
    this.stores = new LocalStores(pipeline);
    this.deserializer = AvroSerde.of(topic.value(), registry, topic.schemaSubject()).deserializer();
  }

  /**
   * Snoozes whose entity begins with a text.
   *
   * @throws dev.rampart.ops.http.ProblemException 503 where they cannot be read now
   */
  public List<ControlRecord> snoozes(String beginning) {
    return facts(ControlKeys.of(ControlKind.SNOOZE, beginning));
  }

  /** Every kill switch that is thrown. */
  public List<ControlRecord> killSwitches() {
    return facts(ControlKeys.of(ControlKind.KILL_SWITCH, ""));
  }

  private List<ControlRecord> facts(String prefix) {
    StorePlace place = stores.place(Nodes.CONTROL_FACTS);
    return stores.ask(place, store -> collect(store, prefix));
  }

  private List<ControlRecord> collect(ReadOnlyKeyValueStore<String, byte[]> store, String prefix) {
    List<ControlRecord> facts = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> records = store.all()) {
      while (records.hasNext()) {
        var record = records.next();
        if (record.key.startsWith(prefix)) {
          read(record.value).ifPresent(facts::add);
        }
      }
    }
    return facts;
  }

  private Optional<ControlRecord> read(byte @Nullable [] value) {
    try {
      return Optional.ofNullable(deserializer.deserialize("", value));
    } catch (WireFormatException unreadable) {
      return Optional.empty();
    }
  }
}
