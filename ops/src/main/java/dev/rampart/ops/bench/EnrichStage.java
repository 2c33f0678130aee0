package dev.rampart.ops.bench;

import dev.rampart.topology.Parts;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.enrich.Enrich;
import dev.rampart.topology.enrich.Enriched;
import dev.rampart.topology.entities.HotEntities;
import dev.rampart.topology.entities.SightingPartitions;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.ingest.Ingest;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topics;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The first two stages of the pipeline alone, with their state and what they write for entities:
 * messages in, all features worked out, the same bytes out. What a bare topology of one read and
 * one write is held against.
 */
final class EnrichStage {
  private EnrichStage() {}

  static Topology topology(PipelineSettings settings, Parts parts) {
    Topics topics = settings.topics();
    SightingPartitions partitions = new SightingPartitions();
    return new Topology()
        .addSource(
            Nodes.MESSAGES,
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer(),
            topics.messages().name())
        .addProcessor(
            Nodes.INGEST,
            Ingest.supplier(
                topics, parts.registry(), parts.reputation(), settings.ingest(), parts.meters()),
            Nodes.MESSAGES)
        .addProcessor(
            Nodes.ENRICH,
            Enrich.supplier(
                parts.catalogue(),
                settings.repeats(),
                settings.retention(),
                new HotEntities(parts.catalogue()),
                partitions,
                Optional.empty(),
                parts.meters()),
            Nodes.INGEST)
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(Nodes.ACCOUNT_FEATURES),
                    Serdes.String(),
                    Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of()),
            Nodes.ENRICH)
        .addProcessor(Nodes.CLASSIFY, Same::new, Nodes.ENRICH)
        .addSink(
            "out",
            topics.decisions().name(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            Nodes.CLASSIFY)
        .addSink(
            Nodes.SIGHTINGS,
            topics.sightings(),
            new IntegerSerializer(),
            new ByteArraySerializer(),
            partitions,
            Nodes.ENRICH)
        .addSink(
            Nodes.DEAD_LETTERS,
            topics.deadLetters(),
            new ByteArraySerializer(),
            new ByteArraySerializer(),
            Nodes.INGEST,
            Nodes.ENRICH);
  }

  /** The bytes that were read. */
  private static final class Same extends ContextualProcessor<Object, Enriched, byte[], byte[]> {
    @Override
    public void process(Record<Object, Enriched> record) {
      Origin origin = record.value().event().origin();
      context()
          .forward(new Record<>(bytes(origin.key()), bytes(origin.value()), record.timestamp()));
    }

    private static byte[] bytes(byte @Nullable [] known) {
      return known == null ? new byte[0] : known;
    }
  }
}
