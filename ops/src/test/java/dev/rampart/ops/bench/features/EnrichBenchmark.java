package dev.rampart.ops.bench.features;

import com.sun.management.ThreadMXBean;
import dev.rampart.topology.entities.EntityWatch;
import dev.rampart.topology.entities.HotEntities;
import dev.rampart.topology.entities.SightingPartitions;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.features.CatalogueException;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureEngine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The enrich stage in memory, on events of the demo's community, a commit's worth at a call. They
 * are decoded just before the call, as they are in the pipeline. All accounts are unknown at first,
 * and again once all events have come. {@link EnrichBenchmarkRun} runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@OperationsPerInvocation(EnrichBenchmark.BLOCK)
public class EnrichBenchmark {
  static final int BLOCK = 500;
  private static final int EVENTS = 150_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The first 40 features of the shipped catalogue, or all of it. */
  @Param({"40", "shipped"})
  private String features = "shipped";

  private final EncodedWorkload workload = EncodedWorkload.of(Workload.of(EVENTS));
  private final int[] accounts = accounts(workload);
  private final byte[] @Nullable [] records = new byte[EVENTS][];
  private final InputEvent[] events = new InputEvent[BLOCK];
  private @Nullable FeatureEngine engine;
  private @Nullable EntityWatch entities;
  private int from = -BLOCK;
  private long pageBytes;

  /** Compiles the catalogue. */
  @Setup(Level.Trial)
  public void compile() throws CatalogueException, IOException {
    FeatureCatalogue catalogue = Catalogues.named(features);
    engine = new FeatureEngine(catalogue);
    entities =
        new EntityWatch(
            catalogue, new HotEntities(catalogue), new SightingPartitions(), Optional.empty());
  }

  /** Accounts by number: where records lie is not what is measured. */
  private static int[] accounts(EncodedWorkload workload) {
    Map<String, Integer> numbers = new HashMap<>();
    return IntStream.range(0, EVENTS)
        .map(i -> numbers.computeIfAbsent(workload.account(i), none -> numbers.size()))
        .toArray();
  }

  /** Decodes the next events; forgets all accounts where there are none left. */
  @Setup(Level.Invocation)
  public void decode() throws IOException {
    from += BLOCK;
    if (from + BLOCK > EVENTS) {
      from = 0;
      Arrays.fill(records, null);
    }
    for (int i = 0; i < BLOCK; i++) {
      events[i] = workload.event(from + i);
    }
  }

  /** The account's side: decode its record, ask for a repeat, observe, encode. */
  @Benchmark
  public double account() {
    long begin = THREADS.getCurrentThreadCpuTime();
    double checksum = 0;
    for (int i = 0; i < BLOCK; i++) {
      checksum += observe(i)[0];
    }
    ProcessorTime.add(THREADS.getCurrentThreadCpuTime() - begin);
    return checksum;
  }

  /** The whole stage: what entities learn of the events as well, packed for the commit. */
  @Benchmark
  public double stage() {
    long begin = THREADS.getCurrentThreadCpuTime();
    double checksum = 0;
    for (int i = 0; i < BLOCK; i++) {
      double[] values = observe(i);
      entities().look(events[i], values, this::write);
      checksum += values[0];
    }
    entities().flush(this::write);
    ProcessorTime.add(THREADS.getCurrentThreadCpuTime() - begin);
    return checksum + pageBytes;
  }

  private double[] observe(int i) {
    InputEvent event = events[i];
    int account = accounts[from + i];
    FeatureEngine known = engine();
    EntityState state = known.decode(records[account]);
    if (known.isRepeat(state, event.eventId(), event.eventTime())) {
      throw new IllegalStateException("the community repeats no event id");
    }
    double[] values = known.observe(state, event);
    records[account] = known.encode(state);
    return values;
  }

  private void write(int group, byte[] page, long newest) {
    pageBytes += page.length;
  }

  private FeatureEngine engine() {
    return Objects.requireNonNull(engine);
  }

  private EntityWatch entities() {
    return Objects.requireNonNull(entities);
  }
}
