package dev.rampart.ops.bench.recovery;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.topology.Pipeline;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.StreamsTuning;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams.State;

/**
 * Restores the features of many accounts from their changelog into an empty folder, on an embedded
 * broker in the same process, round after round.
 */
public final class RestoreBench {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int PARTITIONS = 4;

  private final int accounts;
  private final int rounds;
  private final int threads;
  private final Consumer<String> notes;

  /**
   * @param accounts records to restore
   * @param notes told what is going on
   */
  public RestoreBench(int accounts, int rounds, int threads, Consumer<String> notes) {
    this.accounts = accounts;
    this.rounds = rounds;
    this.threads = threads;
    this.notes = notes;
  }

  /** Runs it. */
  public RestoreTable run() throws Exception {
    try (TemporaryFolder state = TemporaryFolder.create("rampart-bench-");
        EmbeddedBroker broker = EmbeddedBroker.start();
        LoadedParts parts =
            LoadedParts.load(
                Sources.shipped(), new InMemorySchemaRegistry(), new SimpleMeterRegistry())) {
      PipelineSettings settings =
          PipelineSettings.defaults(broker.bootstrap(), state.path())
              .with(StreamsTuning.defaults().withThreads(threads));
      double megabytes = prepare(settings, broker.bootstrap(), parts) / 1e6;
      List<RestoreTable.Round> done = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        notes.accept("round " + round);
        PipelineSettings own =
            settings.as(settings.applicationId(), state.path().resolve("round-" + round));
        done.add(round(own, parts, megabytes));
      }
      return new RestoreTable(Machine.describe(), threads, done);
    }
  }

  private long prepare(PipelineSettings settings, String bootstrap, LoadedParts parts) {
    String changelog = settings.applicationId() + "-" + Nodes.ACCOUNT_FEATURES + "-changelog";
    List<TopicPlan> topics = new ArrayList<>(TopicPlan.all(Topics.DEFAULT_PREFIX));
    topics.add(new TopicPlan(changelog, TopicPlan.Spread.FREE, true));
    try (Cluster cluster = Cluster.connect(Map.of("bootstrap.servers", bootstrap))) {
      cluster.create(topics, PARTITIONS, (short) 1);
    }
    notes.accept("writing %,d accounts".formatted(accounts));
    return new KnownAccounts(parts.parts().catalogue()).write(bootstrap, changelog, accounts);
  }

  private RestoreTable.Round round(PipelineSettings settings, LoadedParts parts, double megabytes)
      throws InterruptedException {
    try (Pipeline pipeline = new Pipeline(settings, parts.parts())) {
      long start = System.nanoTime();
      long processor = processorNanos();
      pipeline.start();
      double restoreS = restoreSeconds(pipeline);
      return new RestoreTable.Round(
          accounts,
          megabytes,
          restoreS,
          (System.nanoTime() - start) / 1e9,
          (processorNanos() - processor) / 1e3 / accounts);
    }
  }

  /** Waits until all partitions are processed; from the first to the last sign of a restore. */
  private static double restoreSeconds(Pipeline pipeline) throws InterruptedException {
    long limit = System.nanoTime() + LIMIT.toNanos();
    long first = 0;
    long last = 0;
    while (pipeline.state() != State.RUNNING || first == 0) {
      requireTime(limit);
      if (pipeline.restores().of(Nodes.ACCOUNT_FEATURES).isPresent()) {
        last = System.nanoTime();
        first = first == 0 ? last : first;
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return (last - first) / 1e9;
  }

  private static void requireTime(long limit) {
    if (System.nanoTime() > limit) {
      throw CommandFailure.failed("nothing was restored within " + LIMIT.toMinutes() + " minutes");
    }
  }

  private static long processorNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
