package dev.rampart.topology;

import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Translates the settings of a pipeline into those of Kafka Streams. */
final class StreamsProperties {
  /**
   * The first write of a transaction is refused while the markers of the one before are still being
   * written; Kafka's default of 100 ms would pass that on as latency.
   */
  private static final int RETRY_BACKOFF_MS = 5;

  /**
   * What is sent can be read after the commit only, and the commit sends what is left, so that
   * waiting for fuller batches costs little latency and saves requests.
   */
  private static final int LINGERS_PER_COMMIT = 3;

  /**
   * Waits for what lies on the broker, and for no producer: an account's messages and user events
   * are of different topics, and after an outage one topic would be read far ahead of the other.
   */
  private static final long TASK_IDLE_MS = 0;

  private static final int RECORDS_PER_POLL = 2_000;
  private static final int MAXIMUM_REQUEST_BYTES = 8 << 20;

  /**
   * A changelog is compacted up to its last segment, and a store that is restored reads what is
   * not: with Kafka's gigabyte that would be the whole history of a small installation.
   */
  private static final int CHANGELOG_SEGMENT_BYTES = 128 << 20;

  private StreamsProperties() {}

  static Properties of(PipelineSettings settings) {
    Properties properties = new Properties();
    properties.putAll(settings.kafka());
    putName(properties, settings);
    putTuning(properties, settings.tuning());
    putClientProperties(properties, settings.tuning());
    properties.putAll(settings.streams());
    putGuarantees(properties, settings);
    return properties;
  }

  /** What the guarantees rest on: nothing overrides it. */
  private static void putGuarantees(Properties properties, PipelineSettings settings) {
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    properties.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, RecordTime.class);
  }

  /** Without a name of its own every start would bring new series of metrics. */
  private static void putName(Properties properties, PipelineSettings settings) {
    properties.put(StreamsConfig.CLIENT_ID_CONFIG, settings.applicationId());
  }

  private static void putTuning(Properties properties, StreamsTuning tuning) {
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, tuning.threads());
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, tuning.commitInterval().toMillis());
    properties.put(StreamsConfig.POLL_MS_CONFIG, Math.min(10, tuning.commitInterval().toMillis()));
    properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, TASK_IDLE_MS);
    properties.put(
        StreamsConfig.GROUP_PROTOCOL_CONFIG,
        tuning.groupProtocol().name().toLowerCase(Locale.ROOT));
    if (tuning.groupProtocol() == StreamsTuning.GroupProtocol.CLASSIC) {
      properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, tuning.standbyReplicas());
    }
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    properties.put(BoundedRocksDb.MEMORY_BYTES, tuning.stateMemoryBytes());
  }

  private static void putClientProperties(Properties properties, StreamsTuning tuning) {
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), RECORDS_PER_POLL);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
        tuning.commitInterval().toMillis() / LINGERS_PER_COMMIT);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), RETRY_BACKOFF_MS);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        MAXIMUM_REQUEST_BYTES);
    properties.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), MAXIMUM_REQUEST_BYTES);
    properties.put(
        StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), CHANGELOG_SEGMENT_BYTES);
  }
}
