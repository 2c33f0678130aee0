package dev.rampart.ops.bench.features;

import com.sun.management.ThreadMXBean;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureEngine;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The engine alone, on one thread: decode, ask for a repeat, observe, encode. The thread's
 * processor time is taken, so that a busy machine blurs it less; it still slows caches down.
 */
public final class EngineSide {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 4;
  private static final int BLOCK = 500;

  private final FeatureCatalogue catalogue;
  private final Workload workload;
  private Map<String, byte[]> records = new HashMap<>();
  private double checksum;

  EngineSide(FeatureCatalogue catalogue, Workload workload) {
    this.catalogue = catalogue;
    this.workload = workload;
  }

  /**
   * What was measured.
   *
   * @param microsPerEvent processor time of an event, mean over the last round
   * @param quietMicrosPerEvent the same over the quickest tenth of blocks of 500 events: what the
   *     machine does when nothing else disturbs it
   * @param bytesAllocatedPerEvent on the heap, the new record among them
   * @param state bytes of the records of all accounts at the end
   */
  public record Figures(
      double microsPerEvent,
      double quietMicrosPerEvent,
      double bytesAllocatedPerEvent,
      Sizes state) {}

  /** Bytes of state an account: mean and percentiles. */
  public record Sizes(int accounts, double mean, int median, int p90, int p99, int largest) {
    static Sizes of(Iterable<byte[]> records) {
      int[] sizes =
          java.util.stream.StreamSupport.stream(records.spliterator(), false)
              .mapToInt(record -> record.length)
              .sorted()
              .toArray();
      return new Sizes(
          sizes.length,
          Arrays.stream(sizes).average().orElse(0),
          sizes[sizes.length / 2],
          sizes[(int) (sizes.length * 0.9)],
          sizes[(int) (sizes.length * 0.99)],
          sizes[sizes.length - 1]);
    }
  }

  Figures run() {
    for (int round = 1; round < ROUNDS; round++) {
      Figures unused = round();
    }
    Figures last = round();
    if (Double.isNaN(checksum)) {
      throw new IllegalStateException("the first feature of the catalogue has a value always");
    }
    return last;
  }

  private Figures round() {
    FeatureEngine engine = new FeatureEngine(catalogue);
    records = new HashMap<>();
    long[] blocks = new long[workload.size() / BLOCK];
    long allocated = 0;
    for (int block = 0; block < blocks.length; block++) {
      InputEvent[] events = events(block * BLOCK);
      long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
      long from = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < BLOCK; i++) {
        one(engine, workload.account(block * BLOCK + i), events[i]);
      }
      blocks[block] = THREADS.getCurrentThreadCpuTime() - from;
      allocated += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
    }
    return figures(blocks, allocated);
  }

  private InputEvent[] events(int first) {
    InputEvent[] events = new InputEvent[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      events[i] = workload.event(first + i);
    }
    return events;
  }

  private void one(FeatureEngine engine, String account, InputEvent event) {
    EntityState state = engine.decode(records.get(account));
    if (!engine.isRepeat(state, event.eventId(), event.eventTime())) {
      checksum += engine.observe(state, event)[0];
      records.put(account, engine.encode(state));
    }
  }

  private Figures figures(long[] blocks, long allocated) {
    double events = (double) blocks.length * BLOCK;
    double mean = Arrays.stream(blocks).sum() / events / 1000;
    Arrays.sort(blocks);
    return new Figures(
        mean,
        blocks[blocks.length / 10] / (double) BLOCK / 1000,
        allocated / events,
        Sizes.of(records.values()));
  }
}
