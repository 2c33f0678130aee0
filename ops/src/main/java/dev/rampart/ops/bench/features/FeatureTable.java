package dev.rampart.ops.bench.features;

import dev.rampart.topology.features.FeatureCatalogue;

/**
 * What features cost.
 *
 * @param processBoundBytes most memory that the process may take: its heap, the state memory, and
 *     512 MiB for the virtual machine itself
 * @param activeRatio throughput with many known users divided by that with ten thousand, ten
 *     thousand of them being active
 * @param evenRatio the same with users drawn evenly from all: every read may go to disk
 */
public record FeatureTable(
    String catalogue,
    int features,
    EngineSide.Figures engine,
    double engineEventsPerSecondAndCore,
    KnownUsers.Figures store,
    long processBoundBytes,
    double activeRatio,
    double evenRatio) {
  private static final long VIRTUAL_MACHINE_BYTES = 512L << 20;

  static FeatureTable of(
      FeatureCatalogue catalogue, EngineSide.Figures engine, KnownUsers.Figures store) {
    return new FeatureTable(
        catalogue.version(),
        catalogue.features().size(),
        engine,
        1_000_000 / engine.microsPerEvent(),
        store,
        Runtime.getRuntime().maxMemory() + store.memoryBoundBytes() + VIRTUAL_MACHINE_BYTES,
        store.many().activePerSecond() / store.few().activePerSecond(),
        store.many().evenPerSecond() / store.few().evenPerSecond());
  }

  /** The same for people. */
  public String text() {
    EngineSide.Sizes state = engine.state();
    return """
        catalogue %s, %d features
        engine in memory: %.2f µs of processor time an event (quietest tenth %.2f), %,.0f events a second and core, %,.0f bytes allocated an event
        state an account: mean %,.0f bytes, median %,d, p90 %,d, p99 %,d, largest %,d (%,d accounts)
        store with %,d known users: %s
        store with %,d known users: %s
        ratio, 10,000 active users: %.2f; users drawn from all: %.2f
        process at most %,d MiB, bound %,d MiB (heap, state memory, 512 MiB)"""
        .formatted(
            catalogue,
            features,
            engine.microsPerEvent(),
            engine.quietMicrosPerEvent(),
            engineEventsPerSecondAndCore,
            engine.bytesAllocatedPerEvent(),
            state.mean(),
            state.median(),
            state.p90(),
            state.p99(),
            state.largest(),
            state.accounts(),
            store.few().users(),
            text(store.few()),
            store.many().users(),
            text(store.many()),
            activeRatio,
            evenRatio,
            store.many().residentBytes() >> 20,
            processBoundBytes >> 20);
  }

  private static String text(KnownUsers.Side side) {
    return "%,.0f events/s active, %,.0f from all; store %,d MiB of memory, %,d MiB of disk"
        .formatted(
            side.activePerSecond(),
            side.evenPerSecond(),
            side.storeMemoryBytes() >> 20,
            side.diskBytes() >> 20);
  }
}
