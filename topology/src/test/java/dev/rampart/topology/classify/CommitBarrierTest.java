package dev.rampart.topology.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.enrich.Enriched;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.topics.Nodes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/**
 * Guards the one dependence on internals of Kafka Streams: that the caches of all stores are
 * flushed at the head of a commit, before the offsets are collected.
 */
class CommitBarrierTest {
  @Test
  void shouldFinishRecordsInFlightAtTheHeadOfEveryCommit() {
    ControlledScorer scorer = new ControlledScorer(false);
    try (TopologyTestDriver driver = driver(scorer)) {
      CompletableFuture<Void> device = answerOnceAsked(scorer);
      // The driver commits after each record and before it returns: only a barrier that Kafka
      // Streams calls in that commit can have the result out by then.
      driver
          .createInputTopic("in", new StringSerializer(), new StringSerializer())
          .pipeInput("author", "hello");
      device.join();

      assertThat(scorer.flushes()).as("calls of the barrier by Kafka Streams").isPositive();
      assertThat(
              driver
                  .createOutputTopic("out", new StringDeserializer(), new StringDeserializer())
                  .readValuesToList())
          .containsExactly("hello scored [5.0] from in-0@0");
    }
  }

  private static CompletableFuture<Void> answerOnceAsked(ControlledScorer scorer) {
    return CompletableFuture.runAsync(
        () -> {
          while (scorer.flushes() == 0) {
            Thread.onSpinWait();
          }
          scorer.answerAll();
        });
  }

  private static TopologyTestDriver driver(ControlledScorer scorer) {
    Topology topology =
        new Topology()
            .addSource("in", "in")
            .addProcessor("wrap", Wrap::new, "in")
            .addProcessor(
                Nodes.CLASSIFY,
                Classify.supplier(
                    scorer,
                    new ClassifyLimits(100, Duration.ofSeconds(2), Duration.ofHours(1)),
                    new SimpleMeterRegistry()),
                "wrap")
            .addProcessor("unwrap", Unwrap::new, Nodes.CLASSIFY)
            .addSink("out", "out", "unwrap");
    Properties properties = new Properties();
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    return new TopologyTestDriver(topology, properties);
  }

  /** Makes a message of a text. */
  private static final class Wrap implements Processor<String, String, String, Enriched> {
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, Enriched> context;

    @Override
    public void init(ProcessorContext<String, Enriched> context) {
      this.context = context;
    }

    @Override
    public void process(Record<String, String> record) {
      MessageEvent message =
          MessageEvent.newBuilder()
              .setMessageId("m")
              .setAuthorId(record.key())
              .setContent(record.value())
              .setSentAt(Instant.EPOCH)
              .build();
      Origin origin = new Origin("in", 0, 0, 0, null, null);
      context.forward(
          record.withValue(new Enriched(new MessageInput(message, origin), new double[0])));
    }
  }

  /** Says what came out and where Kafka Streams believes that it came from. */
  private static final class Unwrap implements Processor<String, Classified, String, String> {
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, String> context;

    @Override
    public void init(ProcessorContext<String, String> context) {
      this.context = context;
    }

    @Override
    public void process(Record<String, Classified> record) {
      MessageInput event = (MessageInput) record.value().enriched().event();
      List<String> scores =
          record.value().scores().stream()
              .map(score -> ((dev.rampart.classifiers.Scored) score).values()[0])
              .map(String::valueOf)
              .toList();
      String from =
          context
              .recordMetadata()
              .map(place -> place.topic() + "-" + place.partition() + "@" + place.offset())
              .orElse("nowhere");
      context.forward(
          record.withValue(event.message().getContent() + " scored " + scores + " from " + from));
    }
  }
}
