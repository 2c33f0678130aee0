package dev.rampart.topology.entities;

import dev.rampart.topology.features.EntityDefinition;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.topics.Nodes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the entities besides accounts. However often an entity is seen on a page, it costs one read
 * and one write of {@link Nodes#ENTITY_FEATURES}.
 */
public final class KeepEntities implements Processor<byte[], byte[], String, Object> {
  private static final Logger LOG = LoggerFactory.getLogger(KeepEntities.class);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);
  private static final Duration ERASE_EVERY = Duration.ofMillis(500);

  /** How long an entity that is served no more is still listed: clocks of accounts differ. */
  private static final long COLD_AFTER_MILLIS = Duration.ofMinutes(10).toMillis();

  private final Map<EntityKind, EntityKeeper> keepers = new EnumMap<>(EntityKind.class);
  private final HotEntities hot;
  private final Counter unreadable;
  private final Packer packer = new Packer();
  private ProcessorContext<String, Object> context;
  private KeyValueStore<String, byte[]> records;
  private EntityVoice voice;
  private EntitySweep sweep;
  private EntityErasure erasure;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private KeepEntities(FeatureCatalogue catalogue, HotEntities hot, MeterRegistry meters) {
    for (EntityDefinition definition : catalogue.entities()) {
      keepers.put(definition.kind(), new EntityKeeper(catalogue, definition));
    }
    this.hot = hot;
    this.unreadable =
        Counter.builder("rampart.entities.unreadable")
            .description("Pages of sightings and records of entities that could not be read")
            .register(meters);
  }

  /** Makes the processors of all tasks. */
  public static ProcessorSupplier<byte[], byte[], String, Object> supplier(
      FeatureCatalogue catalogue, HotEntities hot, MeterRegistry meters) {
    Gauge.builder("rampart.entities.hot", hot, HotEntities::size)
        .description("Hot entities that this instance knows, 0 or more")
        .baseUnit("entities")
        .register(meters);
    return () -> new KeepEntities(catalogue, hot, meters);
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.records = context.getStateStore(Nodes.ENTITY_FEATURES);
    this.voice = new EntityVoice(context);
    this.sweep = new EntitySweep(records, this::keptMillis);
    this.erasure = new EntityErasure(records, packer);
    context.schedule(ERASE_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> plainly(erasure::turn));
    context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> plainly(this::sweep));
  }

  /**
   * In a punctuator Kafka Streams would commit a half-made change on its own time-outs and
   * corruption signals, so these leave as plain failures.
   */
  private static void plainly(Runnable work) {
    try {
      work.run();
    } catch (TimeoutException | TaskCorruptedException e) {
      throw new StreamsException("entities could not be swept", e);
    }
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    byte[] page = record.value();
    Optional<String> erased = page == null ? Optional.empty() : ErasurePage.mark(page);
    erased.ifPresentOrElse(erasure::begin, () -> byEntity(page).forEach(this::take));
  }

  private Map<String, List<Seen>> byEntity(byte @Nullable [] page) {
    Map<String, List<Seen>> byEntity = new LinkedHashMap<>();
    try {
      for (Seen seen : page == null ? List.<Seen>of() : SightingPage.read(page)) {
        byEntity
            .computeIfAbsent(EntityKeys.of(seen.kind(), seen.id()), key -> new ArrayList<>())
            .add(seen);
      }
    } catch (MalformedBytesException e) {
      unreadable.increment();
      LOG.warn("Sightings that cannot be read are passed over: {}", e.getMessage());
      return Map.of();
    }
    return byEntity;
  }

  private void take(String key, List<Seen> seen) {
    EntityKeeper keeper = keepers.get(seen.get(0).kind());
    if (keeper == null) {
      return; // a page written under another catalogue
    }
    byte[] stored = records.get(key);
    EntityNews news = take(keeper, stored, seen);
    if (news == null) {
      return;
    }
    if (stored == null) {
      sweep.added();
    }
    records.put(key, news.record().encode(packer));
    voice.say(key, keeper, news);
  }

  /**
   * A record that cannot be read starts afresh: it is an aggregate, not a fact about an account.
   * Null where what was seen cannot be counted at all.
   */
  private @Nullable EntityNews take(
      EntityKeeper keeper, byte @Nullable [] stored, List<Seen> seen) {
    try {
      return keeper.take(stored, seen);
    } catch (RuntimeException failure) {
      unreadable.increment();
      LOG.warn("What is known or was seen of an entity cannot be read; it starts afresh", failure);
      return stored == null ? null : take(keeper, null, seen);
    }
  }

  private long keptMillis(String key) {
    EntityKeeper keeper = keepers.get(EntityKeys.kind(key));
    return keeper == null ? 0 : keeper.keptMillis();
  }

  private void sweep() {
    long now = context.currentStreamTimeMs();
    if (now > 0) {
      sweep.sweep(now, (key, stored) -> forget(key, stored, now));
      tellCold(now);
    }
  }

  private void forget(String key, byte[] stored, long now) {
    if (EntityRecord.isTold(stored)) {
      voice.tellCold(EntityVoice.entity(key, EntityRecord.decode(stored)), now);
    }
  }

  /** Every instance knows all hot entities; a task takes back those whose records are its own. */
  private void tellCold(long now) {
    hot.all()
        .forEach(
            (entity, known) -> {
              if (known.until() + COLD_AFTER_MILLIS < now && isOwn(entity)) {
                voice.tellCold(entity, now);
              }
            });
  }

  private boolean isOwn(String entity) {
    return records.get(EntityKeys.storeKey(entity)) != null;
  }
}
