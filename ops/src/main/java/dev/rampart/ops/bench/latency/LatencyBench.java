package dev.rampart.ops.bench.latency;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.StreamsTuning;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * Finds the capacity of the pipeline on this machine, then offers shares of it under each commit
 * interval. Broker, generator, reader and pipeline share the machine.
 */
public final class LatencyBench {
  private static final int SATURATING = 300_000;

  private final LatencyPlan plan;
  private final Consumer<String> notes;
  private final List<LatencyTable.Row> rows = new ArrayList<>();

  /**
   * @param plan what is measured
   * @param notes told what is going on
   */
  public LatencyBench(LatencyPlan plan, Consumer<String> notes) {
    this.plan = plan;
    this.notes = notes;
  }

  /** Measures all of it. */
  public LatencyTable run() throws IOException, InterruptedException {
    try (TemporaryFolder state = TemporaryFolder.create("rampart-bench-");
        EmbeddedBroker broker = EmbeddedBroker.start()) {
      double capacity = capacity(broker.bootstrap(), state.path());
      notes.accept("capacity: %,.0f events/s".formatted(capacity));
      for (Duration commitInterval : plan.commitIntervals()) {
        measure(settings(broker.bootstrap(), state.path(), commitInterval), capacity);
      }
      return new LatencyTable(Machine.describe(), plan.threads(), capacity, List.copyOf(rows));
    }
  }

  private double capacity(String bootstrap, Path state) throws InterruptedException {
    Duration commitInterval = StreamsTuning.defaults().commitInterval();
    PipelineSettings settings =
        settings(bootstrap, state, commitInterval)
            .with(new Topics("capacity."))
            .as("capacity", state.resolve("capacity"));
    try (LoadedPipeline pipeline = LoadedPipeline.start(settings)) {
      notes.accept("warming up");
      pipeline.saturate(SATURATING);
      return pipeline.saturate(SATURATING);
    }
  }

  private void measure(PipelineSettings settings, double capacity) throws InterruptedException {
    Duration commitInterval = settings.tuning().commitInterval();
    try (LoadedPipeline pipeline = LoadedPipeline.start(settings)) {
      for (int percent : plan.loadPercents()) {
        int offered = (int) (capacity * percent / 100);
        Histogram latency = pipeline.offer(offered, plan.settle(), plan.stretch());
        LatencyTable.Row row = LatencyTable.Row.of(commitInterval, percent, offered, latency);
        notes.accept(
            "commit %d ms, load %d %%: p50 %d ms, p99 %d ms"
                .formatted(commitInterval.toMillis(), percent, row.p50(), row.p99()));
        rows.add(row);
      }
    }
  }

  private PipelineSettings settings(String bootstrap, Path state, Duration commitInterval) {
    String name = "latency-" + commitInterval.toMillis();
    return PipelineSettings.defaults(bootstrap, state)
        .as(name, state.resolve(name))
        .with(new Topics(name + "."))
        .with(
            StreamsTuning.defaults()
                .withThreads(plan.threads())
                .withCommitInterval(commitInterval));
  }
}
