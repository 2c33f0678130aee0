package dev.rampart.ops.bench.features;

import dev.rampart.topology.entities.EntityWatch;
import dev.rampart.topology.entities.HotEntities;
import dev.rampart.topology.entities.SightingPartitions;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.features.CatalogueException;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureEngine;
import java.io.IOException;
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
 * The enrich stage in memory, on events of the demo's community: every call lets all of them come,
 * from accounts that are unknown at first. {@link EnrichBenchmarkRun} runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@OperationsPerInvocation(EnrichBenchmark.EVENTS)
public class EnrichBenchmark {
  static final int EVENTS = 150_000;
  private static final int EVENTS_PER_COMMIT = 500;

  /** The first 40 features of the shipped catalogue, or all of it. */
  @Param({"40", "shipped"})
  private String features = "shipped";

  private final Workload workload = Workload.of(EVENTS);
  private final int[] accounts = accounts(workload);
  private final byte[] @Nullable [] records = new byte[EVENTS][];
  private @Nullable FeatureEngine engine;
  private @Nullable EntityWatch entities;
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
  private static int[] accounts(Workload workload) {
    Map<String, Integer> numbers = new HashMap<>();
    return IntStream.range(0, workload.size())
        .map(i -> numbers.computeIfAbsent(workload.account(i), none -> numbers.size()))
        .toArray();
  }

  /** Forgets all accounts. */
  @Setup(Level.Invocation)
  public void forget() {
    Arrays.fill(records, null);
  }

  /** The account's side: decode its record, ask for a repeat, observe, encode. */
  @Benchmark
  public double account() {
    double checksum = 0;
    for (int i = 0; i < EVENTS; i++) {
      checksum += observe(i, workload.event(i))[0];
    }
    return checksum;
  }

  /** The whole stage: what entities learn of the event as well, packed for a commit each. */
  @Benchmark
  public double stage() {
    double checksum = 0;
    for (int i = 0; i < EVENTS; i++) {
      InputEvent event = workload.event(i);
      double[] values = observe(i, event);
      entities().look(event, values, this::write);
      if (i % EVENTS_PER_COMMIT == 0) {
        entities().flush(this::write);
      }
      checksum += values[0];
    }
    return checksum + pageBytes;
  }

  private double[] observe(int i, InputEvent event) {
    int account = accounts[i];
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
