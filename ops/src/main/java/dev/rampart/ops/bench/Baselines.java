package dev.rampart.ops.bench;

import dev.rampart.ops.bench.features.SampleRecords;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.features.FeatureCatalogue;
import java.util.Arrays;
import java.util.List;
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

  /**
   * The same with one read and one write of a state store for each message, of records as they are.
   */
  static Topology stateTouch(PipelineSettings settings, FeatureCatalogue catalogue) {
    List<byte[]> records = SampleRecords.of(catalogue);
    return new Topology()
        .addSource(
            "in",
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer(),
            settings.topics().messages().name())
        .addProcessor("touch", () -> new Touch(records), "in")
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

  /** Reads and writes the state of the key: an author's record, of which one byte changes. */
  private static final class Touch implements Processor<byte[], byte[], byte[], byte[]> {
    private final List<byte[]> records;
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<byte[], byte[]> store;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    Touch(List<byte[]> records) {
      this.records = records;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      this.context = context;
      this.store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      byte[] state = store.get(record.key());
      byte[] updated = (state == null ? first(record.key()) : state).clone();
      updated[updated.length - 1]++;
      store.put(record.key(), updated);
      context.forward(record);
    }

    private byte[] first(byte[] key) {
      return records.get(Math.floorMod(Arrays.hashCode(key), records.size()));
    }
  }
}
