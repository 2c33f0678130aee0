package dev.rampart.ops.bench.latency;

import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.community.Paced;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.summary.OutcomeReader;
import dev.rampart.ops.summary.OutcomeTopics;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** A pipeline on topics of its own, what feeds it and what reads it. Confined to one thread. */
final class LoadedPipeline implements AutoCloseable {
  private static final int PARTITIONS = 4;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(5);
  private static final Duration LONGEST_LAG = Duration.ofSeconds(60);

  private final PipelineSettings settings;
  private final SchemaRegistry registry = new InMemorySchemaRegistry();
  private final Instance instance;
  private final ReadableTimes times = new ReadableTimes();
  private final OutcomeReader reader;
  private long seed;
  private long written;

  private LoadedPipeline(PipelineSettings settings) {
    this.settings = settings;
    try (Cluster cluster = Cluster.connect(settings.kafka())) {
      cluster.create(TopicPlan.all(settings.topics().prefix()), PARTITIONS, (short) 1);
    }
    this.instance =
        Instance.start(
            settings, LoadedParts.load(Sources.shipped(), registry, new SimpleMeterRegistry()));
    this.reader =
        new OutcomeReader(
            settings.kafka(), OutcomeTopics.under(settings.topics().prefix()), registry, times);
  }

  /** Starts and returns when it processes. */
  static LoadedPipeline start(PipelineSettings settings) throws InterruptedException {
    LoadedPipeline loaded = new LoadedPipeline(settings);
    loaded.instance.awaitRunning(START_LIMIT);
    return loaded;
  }

  /**
   * Offers events without a limit until all are decided.
   *
   * @return events decided in a second over the second half
   */
  double saturate(int events) {
    CompletableFuture<Void> feeding = feed(events, 0);
    long half = times.decided() + events / 2;
    readUntil(half, feeding);
    long before = times.decided();
    long start = System.nanoTime();
    readUntil(written, feeding);
    feeding.join();
    return (times.decided() - before) / ((System.nanoTime() - start) / 1e9);
  }

  /** Offers events at a rate; times are recorded once it has settled. */
  Histogram offer(int perSecond, Duration settle, Duration stretch) {
    int settling = Math.toIntExact(perSecond * settle.toMillis() / 1_000);
    int recorded = Math.toIntExact(perSecond * stretch.toMillis() / 1_000);
    long afterSettling = times.decided() + settling;
    CompletableFuture<Void> feeding = feed(settling + recorded, perSecond);
    readUntil(afterSettling, feeding);
    times.startAfresh();
    readUntil(written, feeding);
    feeding.join();
    return times.latency();
  }

  private CompletableFuture<Void> feed(int events, int perSecond) {
    Community community = new Community(new CommunitySettings(++seed, events, Instant.now()));
    written += events;
    return CompletableFuture.runAsync(() -> write(community, perSecond));
  }

  private void write(Community community, int perSecond) {
    Map<String, Object> client = new HashMap<>(settings.kafka());
    client.put("linger.ms", 1);
    try (CommunityProducer producer =
        new CommunityProducer(
            client,
            settings.topics().messages().name(),
            settings.topics().users().name(),
            registry)) {
      producer.write(new Paced<>(community, perSecond), sent -> {});
    }
  }

  private void readUntil(long decided, CompletableFuture<Void> feeding) {
    long last = System.nanoTime();
    while (times.decided() < decided) {
      if (reader.read(POLL) > 0 || !feeding.isDone()) {
        last = System.nanoTime();
      }
      if (feeding.isCompletedExceptionally()) {
        feeding.join();
      }
      if (System.nanoTime() - last > LONGEST_LAG.toNanos()) {
        throw new IllegalStateException(
            "%,d of %,d events are decided, and nothing moves".formatted(times.decided(), decided));
      }
    }
  }

  @Override
  public void close() {
    reader.close();
    instance.close();
  }
}
