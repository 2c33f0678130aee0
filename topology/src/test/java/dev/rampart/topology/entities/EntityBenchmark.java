package dev.rampart.topology.entities;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.features.EntityDefinition;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.FeatureCatalogue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What entities cost a message, in CPU time of one thread: what the account's side does (looking
 * up, signature, packing) and what the entities' side does without its store. One account in five
 * is young, one message in ten has a link. Run by hand.
 */
final class EntityBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int EVENTS = 200_000;
  private static final int EVENTS_PER_COMMIT = 500;
  private static final String[] WORDS =
      "the build failed again after you merged it, can somebody look at this or shall we wait until morning when everyone is back"
          .split(" ", -1);

  private final FeatureCatalogue catalogue = Sightings.catalogue();
  private final Random random = new Random(7);
  private final SightingPartitions partitions = new SightingPartitions();
  private final EntityWatch watch =
      new EntityWatch(catalogue, new HotEntities(catalogue), partitions, Optional.empty());
  private final Map<EntityKind, EntityKeeper> keepers = new EnumMap<>(EntityKind.class);
  private final Map<String, byte[]> store = new HashMap<>();
  private final List<byte[]> pages = new ArrayList<>();
  private final Packer packer = new Packer();
  private long pageBytes;
  private long sightings;

  private EntityBenchmark() {
    for (EntityDefinition definition : catalogue.entities()) {
      keepers.put(definition.kind(), new EntityKeeper(catalogue, definition));
    }
    var unused = partitions.partitions("sightings", 0, new byte[0], 4);
  }

  /** Runs three rounds of the same length; the last one is warm. */
  public static void main(String[] args) {
    EntityBenchmark benchmark = new EntityBenchmark();
    for (int round = 0; round < 3; round++) {
      benchmark.round(round);
    }
  }

  private void round(int round) {
    long watching = 0;
    long keeping = 0;
    pageBytes = 0;
    sightings = 0;
    int age = catalogue.names().indexOf("account_age_days");
    for (int done = 0; done < EVENTS; done += EVENTS_PER_COMMIT) {
      List<MessageInput> messages = messages(((long) round * EVENTS + done) * 20);
      double[] features = new double[catalogue.names().size()];
      long from = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < messages.size(); i++) {
        features[age] = i % 5 == 0 ? 10 : 400;
        watch.look(messages.get(i), features, this::write);
      }
      watch.flush(this::write);
      watching += THREADS.getCurrentThreadCpuTime() - from;
      from = THREADS.getCurrentThreadCpuTime();
      pages.forEach(this::keep);
      keeping += THREADS.getCurrentThreadCpuTime() - from;
      pages.clear();
    }
    System.out.printf(
        "round %d: %d messages: %.0f ns on the account's side, %.0f ns on the entities' side,"
            + " %.0f bytes and %.2f sightings a message; %d records of %.0f bytes%n",
        round,
        EVENTS,
        (double) watching / EVENTS,
        (double) keeping / EVENTS,
        (double) pageBytes / EVENTS,
        (double) sightings / EVENTS,
        store.size(),
        store.values().stream().mapToInt(record -> record.length).average().orElse(0));
  }

  private List<MessageInput> messages(long start) {
    List<MessageInput> messages = new ArrayList<>();
    for (int i = 0; i < EVENTS_PER_COMMIT; i++) {
      messages.add(message(Sightings.NOON + start + i * 20L));
    }
    return messages;
  }

  private MessageInput message(long time) {
    StringBuilder text = new StringBuilder();
    int words = 3 + random.nextInt(15);
    for (int i = 0; i < words; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    if (random.nextInt(10) == 0) {
      text.append("https://site").append(random.nextInt(500)).append(".example.com");
    }
    MessageEvent message =
        MessageEvent.newBuilder()
            .setMessageId(Long.toHexString(random.nextLong()))
            .setAuthorId("u" + random.nextInt(20_000))
            .setChannelId("c" + random.nextInt(200))
            .setGuildId("g" + random.nextInt(50))
            .setContent(text.toString())
            .setSentAt(Instant.ofEpochMilli(time))
            .setDeviceHash("d" + random.nextInt(20_000))
            .setIpHash("i" + random.nextInt(20_000))
            .build();
    return new MessageInput(message, new Origin("messages", 0, 0, 0, null, null));
  }

  private void write(int group, byte[] page, long newest) {
    pages.add(page);
    pageBytes += page.length;
  }

  private void keep(byte[] page) {
    Map<String, List<Seen>> byEntity = new HashMap<>();
    for (Seen seen : SightingPage.read(page)) {
      sightings++;
      byEntity
          .computeIfAbsent(EntityKeys.of(seen.kind(), seen.id()), key -> new ArrayList<>())
          .add(seen);
    }
    byEntity.forEach(
        (key, seen) -> {
          EntityKeeper keeper = keepers.get(seen.get(0).kind());
          if (keeper != null) {
            EntityNews news = keeper.take(store.get(key), seen);
            store.put(key, news.record().encode(packer));
          }
        });
  }
}
