package dev.rampart.topology.enrich;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.BarrierBuilder;
import dev.rampart.topology.CrashingRun;
import dev.rampart.topology.commit.CommitBarrier;
import dev.rampart.topology.entities.EntityWatch;
import dev.rampart.topology.entities.HotEntities;
import dev.rampart.topology.entities.SightingPartitions;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.event.UserInput;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.RepeatWindow;
import dev.rampart.topology.retention.Retention;
import dev.rampart.topology.topics.Nodes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What entities learn on a real broker: no commit covers an input offset whose sightings have not
 * been written in the same transaction. And its negative control.
 */
class NoSightingLostTest {
  private static final int COUNT = 1_500;
  private static final Pattern EVENT = Pattern.compile("join-(\\d{6})");

  @TempDir private Path folder;
  private final FeatureCatalogue catalogue;

  NoSightingLostTest() throws Exception {
    catalogue = FeatureCatalogue.load(Sources.shipped().catalogue());
  }

  @Test
  void shouldSeeEveryEventOnceThoughTheThreadDies() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      CrashingRun run =
          new CrashingRun(
              broker.bootstrap(),
              "seen",
              folder.resolve("seen"),
              (flow, from, to) ->
                  add(flow, from, to, () -> CommitBarrier.builder(Nodes.SIGHTING_BARRIER).build()));

      List<Integer> seen = seen(run.run(COUNT));

      assertThat(run.crashes()).isEqualTo(2);
      assertThat(seen).containsExactlyElementsOf(IntStream.range(0, COUNT).boxed().toList());
    }
  }

  @Test
  void shouldLoseSightingsWhereCommitsPassThem() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      CrashingRun[] run = new CrashingRun[1];
      run[0] =
          new CrashingRun(
              broker.bootstrap(),
              "unseen",
              folder.resolve("unseen"),
              (flow, from, to) ->
                  add(flow, from, to, () -> new LateBarrier(() -> run[0].crashes() == 2)));

      List<Integer> seen = seen(run[0].run(COUNT));

      assertThat(seen).isNotEmpty().hasSizeLessThan(COUNT);
    }
  }

  private void add(Topology flow, String from, String to, Supplier<CommitBarrier> barriers) {
    SightingPartitions partitions = new SightingPartitions();
    flow.addProcessor("join", Join::new, from)
        .addProcessor(
            Nodes.ENRICH,
            Enrich.supplier(
                catalogue,
                RepeatWindow.DEFAULT,
                Retention.DEFAULT,
                () ->
                    new EntityWatch(
                        catalogue, new HotEntities(catalogue), partitions, Optional.empty()),
                new SimpleMeterRegistry(),
                () -> new BarrierBuilder(Nodes.SIGHTING_BARRIER, barriers)),
            "join")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(Nodes.ACCOUNT_FEATURES),
                    Serdes.String(),
                    Serdes.ByteArray())
                .withLoggingEnabled(Map.of()),
            Nodes.ENRICH)
        .addProcessor(Nodes.CLASSIFY, Swallow::new, Nodes.ENRICH)
        .addSink(
            Nodes.SIGHTINGS,
            to,
            new IntegerSerializer(),
            new ByteArraySerializer(),
            partitions,
            Nodes.ENRICH);
  }

  /** Numbers of the events that lie in pages. */
  private static List<Integer> seen(List<byte[]> pages) {
    return pages.stream()
        .map(page -> new String(page, ISO_8859_1))
        .flatMap(page -> EVENT.matcher(page).results())
        .map(MatchResult::group)
        .map(id -> Integer.valueOf(id.substring(id.indexOf('-') + 1)))
        .toList();
  }

  /** Lets commits pass until a condition holds. */
  private static final class LateBarrier extends CommitBarrier {
    private final BooleanSupplier holds;

    LateBarrier(BooleanSupplier holds) {
      super(Nodes.SIGHTING_BARRIER);
      this.holds = holds;
    }

    @Override
    public void flushCache() {
      if (holds.getAsBoolean()) {
        super.flushCache();
      }
    }
  }

  /** Lets another account join for each number. */
  private static final class Join extends ContextualProcessor<String, String, String, InputEvent> {
    @Override
    public void process(Record<String, String> record) {
      String account = "account-" + record.value();
      UserEvent join =
          UserEvent.newBuilder()
              .setEventId("join-%06d".formatted(Integer.valueOf(record.value())))
              .setUserId(account)
              .setKind(UserEventKind.JOIN_GUILD)
              .setGuildId("guild")
              .setOccurredAt(Instant.parse("2026-11-21T12:00:00Z"))
              .build();
      Origin origin = new Origin("in", 0, 0, 0, null, null);
      context().forward(new Record<>(account, new UserInput(join, origin), record.timestamp()));
    }
  }

  /** What goes on to be classified is nobody's business here. */
  private static final class Swallow extends ContextualProcessor<Object, Object, Void, Void> {
    @Override
    public void process(Record<Object, Object> record) {}
  }
}
