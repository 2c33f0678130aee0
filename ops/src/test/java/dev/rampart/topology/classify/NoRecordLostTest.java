package dev.rampart.topology.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.BarrierBuilder;
import dev.rampart.topology.CrashingRun;
import dev.rampart.topology.commit.CommitBarrier;
import dev.rampart.topology.enrich.Enriched;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.topics.Nodes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The invariant on a real broker: no commit covers an input offset whose result has not been
 * forwarded in the same transaction. And its negative control: without the barrier the same run
 * loses records, so the run can tell.
 */
class NoRecordLostTest {
  private static final int COUNT = 1_500;

  @TempDir private Path folder;

  @Test
  void shouldNotCommitPastAnUnfinishedBatch() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        SlowScorer scorer = new SlowScorer()) {
      CrashingRun run =
          run(
              broker,
              "protected",
              scorer,
              () -> CommitBarrier.builder(Nodes.COMMIT_BARRIER).build());

      List<Integer> out = numbers(run.run(COUNT));

      assertThat(run.crashes()).isEqualTo(2);
      assertThat(out).containsExactlyElementsOf(IntStream.range(0, COUNT).boxed().toList());
    }
  }

  @Test
  void shouldLoseRecordsWithoutTheBarrier() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        SlowScorer scorer = new SlowScorer()) {
      CrashingRun run =
          run(broker, "unprotected", scorer, () -> new OpenBarrier(Nodes.COMMIT_BARRIER));

      assertThat(numbers(run.run(COUNT))).hasSizeLessThan(COUNT);
    }
  }

  private CrashingRun run(
      EmbeddedBroker broker, String name, SlowScorer scorer, Supplier<CommitBarrier> barriers) {
    ProcessorSupplier<String, Enriched, String, Classified> classify =
        new ClassifySupplier(
            () ->
                new Classify(
                    scorer,
                    new ClassifyLimits(5_000, Duration.ofSeconds(3), Duration.ofMillis(5)),
                    new SimpleMeterRegistry()),
            () -> new BarrierBuilder(Nodes.COMMIT_BARRIER, barriers));
    return new CrashingRun(
        broker.bootstrap(),
        name,
        folder.resolve(name),
        (flow, from, to) ->
            flow.addProcessor("wrap", Wrap::new, from)
                .addProcessor(Nodes.CLASSIFY, classify, "wrap")
                .addProcessor("unwrap", Unwrap::new, Nodes.CLASSIFY)
                .addSink("sink", to, "unwrap"));
  }

  private static List<Integer> numbers(List<byte[]> values) {
    return values.stream().map(value -> Integer.valueOf(new String(value, UTF_8))).toList();
  }

  /** Makes a message of a number. */
  private static final class Wrap extends ContextualProcessor<String, String, String, Enriched> {
    @Override
    public void process(Record<String, String> record) {
      MessageEvent message =
          MessageEvent.newBuilder()
              .setMessageId(record.value())
              .setAuthorId(record.key())
              .setContent(record.value())
              .setSentAt(Instant.EPOCH)
              .build();
      Origin origin = new Origin("in", 0, 0, 0, null, null);
      context()
          .forward(
              record.withValue(new Enriched(new MessageInput(message, origin), new double[0])));
    }
  }

  private static final class Unwrap
      extends ContextualProcessor<String, Classified, String, String> {
    @Override
    public void process(Record<String, Classified> record) {
      context().forward(record.withValue(record.value().enriched().event().eventId()));
    }
  }

  /** A barrier that lets every commit pass. */
  private static final class OpenBarrier extends CommitBarrier {
    OpenBarrier(String name) {
      super(name);
    }

    @Override
    public void flushCache() {}
  }
}
