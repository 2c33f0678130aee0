package dev.rampart.topology;

import dev.rampart.topology.classify.ClassifyLimits;
import dev.rampart.topology.features.RepeatWindow;
import dev.rampart.topology.ingest.IngestLimits;
import dev.rampart.topology.retention.Retention;
import dev.rampart.topology.topics.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names, limits and tuning of a pipeline.
 *
 * @param topics names of the topics
 * @param applicationId id of the consumer group and prefix of the internal topics; instances that
 *     share it share the work
 * @param stateDirectory folder of the state stores; each process on a machine needs its own
 * @param ingest bounds of what is let in
 * @param repeats how long and how many event ids of an account are remembered
 * @param classify bounds of the records in flight
 * @param tuning threads, commits and memory
 * @param kafka client properties passed through: {@code bootstrap.servers}, TLS, SASL
 * @param streams properties of Kafka Streams that win over the tuning; what the guarantees rest on
 *     cannot be changed
 * @param retention how long idle accounts are kept
 */
public record PipelineSettings(
    Topics topics,
    String applicationId,
    Path stateDirectory,
    IngestLimits ingest,
    RepeatWindow repeats,
    ClassifyLimits classify,
    StreamsTuning tuning,
    Map<String, String> kafka,
    Map<String, String> streams,
    Retention retention) {
  /** Application id of an installation that configures none. */
  public static final String DEFAULT_APPLICATION_ID = "rampart";

  private static final String ADDRESS = "application.server";

  /** Default limits and tuning for this cluster and state folder. */
  public static PipelineSettings defaults(String bootstrapServers, Path stateDirectory) {
    return new PipelineSettings(
        new Topics(Topics.DEFAULT_PREFIX),
        DEFAULT_APPLICATION_ID,
        stateDirectory,
        IngestLimits.defaults(),
        RepeatWindow.DEFAULT,
        ClassifyLimits.defaults(),
        StreamsTuning.defaults(),
        Map.of("bootstrap.servers", bootstrapServers),
        Map.of(),
        Retention.DEFAULT);
  }

  /** The same with another application id and state folder. */
  public PipelineSettings as(String otherApplicationId, Path otherStateDirectory) {
    return new PipelineSettings(
        topics,
        otherApplicationId,
        otherStateDirectory,
        ingest,
        repeats,
        classify,
        tuning,
        kafka,
        streams,
        retention);
  }

  /** The same with other topics. */
  public PipelineSettings with(Topics other) {
    return new PipelineSettings(
        other,
        applicationId,
        stateDirectory,
        ingest,
        repeats,
        classify,
        tuning,
        kafka,
        streams,
        retention);
  }

  /**
   * The same, telling the other instances how to reach this one.
   *
   * @param address {@code HOST:PORT} of this instance's service
   */
  public PipelineSettings advertising(String address) {
    Map<String, String> properties = new HashMap<>(streams);
    properties.put(ADDRESS, address);
    return new PipelineSettings(
        topics,
        applicationId,
        stateDirectory,
        ingest,
        repeats,
        classify,
        tuning,
        kafka,
        Map.copyOf(properties),
        retention);
  }

  /** {@code HOST:PORT} under which the other instances reach this one; empty for none. */
  public Optional<String> advertised() {
    return Optional.ofNullable(streams.get(ADDRESS));
  }

  /** The same with other tuning. */
  public PipelineSettings with(StreamsTuning other) {
    return new PipelineSettings(
        topics,
        applicationId,
        stateDirectory,
        ingest,
        repeats,
        classify,
        other,
        kafka,
        streams,
        retention);
  }
}
