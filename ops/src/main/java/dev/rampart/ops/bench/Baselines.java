package dev.rampart.ops.bench;

import dev.rampart.topology.PipelineSettings;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The topologies that the pipeline is held against: as little as Kafka Streams can do. */
final class Baselines {
  private static final String STORE = "touched";

  private Baselines() {}

  /** Messages in, the same bytes out. */
  static Topology passThrough(PipelineSettings settings) {
    return new Topology()
        .addSource(
            "in",
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer(),
            settings.topics().messages().name())
        .addSink(
            "out",
            settings.topics().decisions().name(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            "in");
  }

  /** The same with one read and one write of a state store for each message. */
  static Topology stateTouch(PipelineSettings settings) {
    return new Topology()
        .addSource(
            "in",
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer(),
            settings.topics().messages().name())
        .addProcessor("touch", Touch::new, "in")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of()),
            "touch")
        .addSink(
            "out",
            settings.topics().decisions().name(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            "touch");
  }

  /** Reads and writes the state of the key, of the size that an author's record has. */
  private static final class Touch implements Processor<byte[], byte[], byte[], byte[]> {
    private static final int STATE_BYTES = 200;

    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<byte[], byte[]> store;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    Touch() {}

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      this.context = context;
      this.store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      byte[] state = store.get(record.key());
      byte[] updated = state == null ? new byte[STATE_BYTES] : state.clone();
      updated[0]++;
      store.put(record.key(), updated);
      context.forward(record);
    }
  }
}
