package dev.rampart.ops.bench.features;

import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureEngine;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.rocksdb.RocksDBException;

/**
 * The account store filled with many known users: each has a record that the demo's community left.
 * Then events come: each reads, decodes, observes, encodes and writes one record, first for users
 * of whom ten thousand are active, then for users drawn evenly from all.
 */
public final class KnownUsers {
  /** The few known users that the many are compared with. */
  public static final int FEW = 10_000;

  private static final int EVENTS = 400_000;
  private static final int LOOK_EVERY = 20_000;

  private final FeatureCatalogue catalogue;
  private final Workload workload;
  private final long memoryBytes;
  private final Consumer<String> notes;
  private final List<byte[]> samples;

  /**
   * @param memoryBytes bound of the store's memory outside the heap
   */
  KnownUsers(
      FeatureCatalogue catalogue, Workload workload, long memoryBytes, Consumer<String> notes) {
    this.catalogue = catalogue;
    this.workload = workload;
    this.memoryBytes = memoryBytes;
    this.notes = notes;
    this.samples = SampleRecords.of(catalogue, workload);
  }

  /**
   * What was measured.
   *
   * @param few with ten thousand known users
   * @param many with as many as were asked for
   */
  public record Figures(long memoryBoundBytes, Side few, Side many) {}

  /**
   * One filled store.
   *
   * @param activePerSecond events a second of wall-clock time, of ten thousand active users
   * @param evenPerSecond the same of users drawn evenly from all
   * @param storeMemoryBytes what the store says that it holds, at most seen
   * @param residentBytes memory of the whole process, at most seen
   */
  public record Side(
      int users,
      double activePerSecond,
      double evenPerSecond,
      long storeMemoryBytes,
      long residentBytes,
      long diskBytes) {}

  Figures run(int users) throws Exception {
    Side few = side(FEW);
    Side many = side(users);
    return new Figures(memoryBytes, few, many);
  }

  private Side side(int users) throws Exception {
    Peak peak = new Peak();
    try (TemporaryFolder folder = TemporaryFolder.create("rampart-bench-");
        AccountStore store = AccountStore.open(folder.path(), memoryBytes)) {
      store.load(users, samples);
      notes.accept("%,d users in the store".formatted(users));
      double warm = events(store, FEW, users, peak);
      double active = Math.max(warm, events(store, FEW, users, peak));
      double even = events(store, users, users, peak);
      return new Side(
          users, active, even, peak.storeBytes(), peak.residentBytes(), store.diskBytes());
    }
  }

  /**
   * Lets events come.
   *
   * @param active users that they are about, spread over all
   * @return events a second
   */
  private double events(AccountStore store, int active, int users, Peak peak)
      throws RocksDBException, IOException {
    FeatureEngine engine = new FeatureEngine(catalogue);
    SplittableRandom random = new SplittableRandom(active);
    long spread = users / active;
    long start = System.nanoTime();
    for (int i = 0; i < EVENTS; i++) {
      long user = random.nextInt(active) * spread;
      store.put(
          user,
          SampleRecords.updated(engine, store.get(user), workload.event(i % workload.size())));
      if (i % LOOK_EVERY == 0) {
        peak.look(store);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    peak.look(store);
    return EVENTS / seconds;
  }
}
