package dev.rampart.topology.features;

import com.sun.management.ThreadMXBean;
import dev.rampart.actions.event.EventField;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Measures the shipped catalogue: decode, repeat check, observe and encode of one event, and the
 * bytes that a user takes. Users differ as in a real community: the most active tenth write most
 * messages. CPU time of the one thread is taken, so that a busy machine does not blur it.
 */
final class EngineBenchmark {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int USERS = 20_000;
  private static final int EVENTS = 2_000_000;
  private static final long START = 1_800_000_000_000L;

  private final FeatureEngine engine;
  private final byte[] @Nullable [] records = new byte[USERS][];
  private final Random random = new Random(7);
  private final List<FakeEvent> events = new ArrayList<>();
  private double checksum;

  private EngineBenchmark(FeatureCatalogue catalogue) {
    engine = new FeatureEngine(catalogue);
  }

  /** Runs three rounds of the same length; the last one is warm. */
  public static void main(String[] args) throws CatalogueException {
    FeatureCatalogue catalogue = Catalogues.shipped();
    EngineBenchmark benchmark = new EngineBenchmark(catalogue);
    for (int round = 0; round < 3; round++) {
      benchmark.round(round, catalogue.names().size());
    }
  }

  private void round(int round, int features) {
    long nanos = 0;
    long allocated = 0;
    int block = 100;
    for (int done = 0; done < EVENTS; done += block) {
      int[] users = prepare(block, START + ((long) round * EVENTS + done) * 100);
      long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
      long from = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < block; i++) {
        one(users[i], events.get(i));
      }
      nanos += THREADS.getCurrentThreadCpuTime() - from;
      allocated += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
    }
    report(round, features, nanos, allocated);
  }

  private int[] prepare(int block, long start) {
    events.clear();
    int[] users = new int[block];
    for (int i = 0; i < block; i++) {
      users[i] = (int) (Math.pow(random.nextDouble(), 3) * USERS);
      events.add(event(start + i * 100L));
    }
    return users;
  }

  private FakeEvent event(long time) {
    String id = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    if (random.nextInt(10) == 0) {
      return FakeEvent.user(id, time, random.nextBoolean() ? "LOGIN" : "REPORTED")
          .with(EventField.IP_HASH, "ip" + random.nextInt(5));
    }
    boolean direct = random.nextInt(5) == 0;
    return FakeEvent.message(id, time)
        .with(EventField.CONTENT, "this is message number " + random.nextInt(50) + " of its kind")
        .with(EventField.CONTENT_LENGTH, 36L)
        .with(EventField.LINK_COUNT, random.nextInt(8) == 0 ? 1L : 0L)
        .with(EventField.MENTION_COUNT, random.nextInt(4) == 0 ? 1L : 0L)
        .with(EventField.IS_DIRECT, direct)
        .with(EventField.RECIPIENT_ID, direct ? "user" + random.nextInt(30) : "")
        .with(EventField.CHANNEL_ID, "channel" + random.nextInt(6))
        .with(EventField.GUILD_ID, "guild" + random.nextInt(3));
  }

  private void one(int user, FakeEvent event) {
    EntityState state = engine.decode(records[user]);
    if (!engine.isRepeat(state, event.eventId(), event.eventTime())) {
      checksum += engine.observe(state, event)[0];
      records[user] = engine.encode(state);
    }
  }

  private void report(int round, int features, long nanos, long allocated) {
    int[] sizes =
        Arrays.stream(records)
            .mapToInt(record -> record == null ? 0 : record.length)
            .sorted()
            .toArray();
    System.out.printf(
        "round %d: %d features, %d events, %d users: %.0f ns of CPU time and %.0f bytes"
            + " allocated per event; bytes/user mean %.0f, median %d,"
            + " p99 %d, largest %d (checksum %.0f)%n",
        round,
        features,
        EVENTS,
        USERS,
        (double) nanos / EVENTS,
        (double) allocated / EVENTS,
        Arrays.stream(sizes).average().orElse(0),
        sizes[sizes.length / 2],
        sizes[sizes.length * 99 / 100],
        sizes[sizes.length - 1],
        checksum);
  }
}
