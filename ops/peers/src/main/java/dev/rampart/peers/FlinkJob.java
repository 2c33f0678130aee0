package dev.rampart.peers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The job on a local mini-cluster in this process. Arguments: bootstrap servers, folder of
 * checkpoints, milliseconds between checkpoints, parallelism. Goes on from the newest checkpoint in
 * the folder.
 */
public final class FlinkJob {
  private static final int IN_FLIGHT = 1_000;

  private FlinkJob() {}

  public static void main(String[] arguments) throws Exception {
    String bootstrap = arguments[0];
    Path checkpoints = Path.of(arguments[1]);
    Configuration settings = new Configuration();
    settings.setString("state.backend.type", "hashmap");
    settings.setString("execution.checkpointing.dir", checkpoints.toUri().toString());
    settings.setString("execution.checkpointing.interval", arguments[2] + " ms");
    settings.setString("execution.checkpointing.min-pause", "0 ms");
    settings.setString(
        "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    settings.setString("execution.checkpointing.num-retained", "3");
    settings.setString("execution.checkpointing.incremental", "false");
    settings.setString("pipeline.object-reuse", "true");
    settings.setString("taskmanager.memory.network.fraction", "0.1");
    newest(checkpoints)
        .ifPresent(
            from -> settings.setString("execution.state-recovery.path", from.toUri().toString()));
    int parallelism = Integer.parseInt(arguments[3]);
    StreamExecutionEnvironment job =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
    job.enableCheckpointing(Long.parseLong(arguments[2]), CheckpointingMode.EXACTLY_ONCE);
    build(job, bootstrap);
    job.execute("peer");
  }

  private static void build(StreamExecutionEnvironment job, String bootstrap) {
    SingleOutputStreamOperator<Event> enriched =
        job.fromSource(source(bootstrap), WatermarkStrategy.noWatermarks(), "messages")
            .uid("messages")
            .keyBy(event -> event.account)
            .process(new Features(bootstrap))
            .uid("features");
    SingleOutputStreamOperator<Event> scored =
        AsyncDataStream.orderedWait(
                enriched, new Scores(bootstrap), 30, TimeUnit.SECONDS, IN_FLIGHT)
            .uid("scores");
    DataStreamUtils.reinterpretAsKeyedStream(scored, event -> event.account)
        .process(new Decisions(bootstrap))
        .uid("decisions")
        .sinkTo(sink(bootstrap))
        .uid("sink");
  }

  private static KafkaSource<Event> source(String bootstrap) {
    return KafkaSource.<Event>builder()
        .setBootstrapServers(bootstrap)
        .setTopics(Shared.TOPICS.messages().name())
        .setGroupId("flink-peer")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setProperty("commit.offsets.on.checkpoint", "true")
        .setProperty("max.poll.records", "2000")
        .setDeserializer(new ReadMessage())
        .build();
  }

  private static KafkaSink<Outcome> sink(String bootstrap) {
    return KafkaSink.<Outcome>builder()
        .setBootstrapServers(bootstrap)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix("flink-peer")
        .setProperty("transaction.timeout.ms", "60000")
        .setProperty("linger.ms", "10")
        .setProperty("batch.size", Integer.toString(128 << 10))
        .setRecordSerializer(new WrittenDecision())
        .build();
  }

  /** Reads the bytes only: the operators decode them. */
  private static final class ReadMessage implements KafkaRecordDeserializationSchema<Event> {
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Event> out) {
      Event event = new Event();
      event.account = new String(record.key(), StandardCharsets.UTF_8);
      event.value = record.value();
      event.partition = record.partition();
      event.offset = record.offset();
      event.timestamp = record.timestamp();
      out.collect(event);
    }

    @Override
    public TypeInformation<Event> getProducedType() {
      return TypeInformation.of(Event.class);
    }
  }

  private static final class WrittenDecision implements KafkaRecordSerializationSchema<Outcome> {
    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        Outcome outcome, KafkaSinkContext context, Long timestamp) {
      return new ProducerRecord<>(
          Shared.TOPICS.decisions().name(), null, outcome.timestamp, outcome.key, outcome.decision);
    }
  }

  /** The newest checkpoint that is complete. */
  private static Optional<Path> newest(Path checkpoints) throws java.io.IOException {
    if (!Files.isDirectory(checkpoints)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(checkpoints, 3)) {
      return files
          .filter(file -> file.getFileName().toString().equals("_metadata"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .map(Path::getParent);
    }
  }
}
