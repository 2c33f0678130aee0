package dev.rampart.topology.entities;

import dev.rampart.topology.entities.EntityNews.Telling;
import dev.rampart.topology.features.EntityDefinition;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.EventInterest;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureDefinition;
import dev.rampart.topology.features.FeatureEngine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the entities of one kind: adds what was seen of one, and says when it becomes hot. What it
 * says is a function of the stored record and what was seen. Confined to one thread.
 */
final class EntityKeeper {
  private static final double STEP = 0.25;
  private static final double SMALLEST_STEP = 0.05;
  private static final long SHORTEST_HOLD = Duration.ofMinutes(10).toMillis();

  private final EntityDefinition definition;
  private final FeatureEngine engine;
  private final EventInterest remembered;
  private final double[] floors;
  private final List<String> names;
  private final long holdMillis;

  EntityKeeper(FeatureCatalogue catalogue, EntityDefinition definition) {
    FeatureCatalogue own = catalogue.of(definition.kind());
    this.definition = definition;
    this.remembered = EventInterest.of(definition);
    this.names = own.names();
    this.engine = new FeatureEngine(own, definition.kind());
    this.floors =
        names.stream()
            .mapToDouble(name -> definition.hotAt().getOrDefault(name, Double.NaN))
            .toArray();
    this.holdMillis = hold(own, definition);
  }

  /** A hot entity is served for as long as the longest window that its heat is judged by. */
  private static long hold(FeatureCatalogue own, EntityDefinition definition) {
    return own.features().stream()
        .filter(feature -> definition.hotAt().containsKey(feature.name()))
        .map(FeatureDefinition::window)
        .mapToLong(Duration::toMillis)
        .reduce(SHORTEST_HOLD, Math::max);
  }

  /** Names of the features of the kind, in the order of all values. */
  List<String> names() {
    return names;
  }

  long holdMillis() {
    return holdMillis;
  }

  /** Event time without events after which an entity is forgotten. */
  long keptMillis() {
    return definition.kept().toMillis();
  }

  /**
   * Adds what was seen of one entity, in order.
   *
   * @param stored its record, null where there is none
   */
  EntityNews take(byte @Nullable [] stored, List<Seen> seen) {
    EntityRecord record = open(stored, seen.get(0).sighting().eventTime());
    double[] values = observe(record, seen);
    if (values.length == 0) {
      return new EntityNews(record, Telling.NOTHING, values, List.of());
    }
    return judge(record, values);
  }

  private EntityRecord open(byte @Nullable [] stored, long eventTime) {
    if (stored == null) {
      return new EntityRecord();
    }
    EntityRecord record = EntityRecord.decode(stored);
    if (eventTime - record.newest <= keptMillis()) {
      return record;
    }
    EntityRecord afresh = new EntityRecord();
    afresh.toldAt = record.toldAt;
    afresh.told = record.told;
    return afresh;
  }

  /** Values as of the newest event; empty where all events were late. */
  private double[] observe(EntityRecord record, List<Seen> seen) {
    EntityState state = engine.decode(record.features);
    double[] values = new double[0];
    for (Seen each : seen) {
      if (belongs(record, each)) {
        Sighting counted = counted(record, each.sighting());
        double[] now = engine.observe(state, counted);
        if (counted.eventTime() >= record.newest) {
          record.newest = counted.eventTime();
          values = now;
        }
        remember(record, each);
      }
    }
    if (!state.isNew()) {
      record.features = engine.encode(state);
    }
    return values;
  }

  /**
   * Partitions are not read in step, so an entity hears of events out of order. One that is late by
   * less than the hold counts at the time of the newest: it may be the one that makes it hot.
   */
  private Sighting counted(EntityRecord record, Sighting sighting) {
    long late = record.newest - sighting.eventTime();
    return late > 0 && late <= holdMillis ? sighting.at(record.newest) : sighting;
  }

  /** Two texts with one key are most likely copies; those that are not leave no trace. */
  private boolean belongs(EntityRecord record, Seen seen) {
    TextSignature own = seen.signature();
    if (definition.kind() != EntityKind.CONTENT || own == null) {
      return true;
    }
    TextSignature first = record.signature;
    if (first == null) {
      record.signature = own;
      return true;
    }
    return first.similarity(own) >= HotTexts.ALIKE;
  }

  private void remember(EntityRecord record, Seen seen) {
    if (!seen.served() && remembered.includes(seen.sighting())) {
      record.remember(Remembered.of(seen.sighting()));
    }
  }

  private EntityNews judge(EntityRecord record, double[] values) {
    if (!isHot(values)) {
      boolean wasTold = record.toldAt != 0;
      record.toldAt = 0;
      return new EntityNews(record, wasTold ? Telling.COLD : Telling.NOTHING, values, List.of());
    }
    List<Remembered> found =
        record.remembered.stream()
            .filter(event -> event.time() > record.newest - holdMillis)
            .toList();
    record.remembered.clear();
    if (!isNews(record, values)) {
      return new EntityNews(record, Telling.NOTHING, values, found);
    }
    record.toldAt = record.newest;
    record.told = values;
    return new EntityNews(record, Telling.HOT, values, found);
  }

  private boolean isHot(double[] values) {
    for (int i = 0; i < floors.length; i++) {
      if (values[i] >= floors[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value moved by a quarter since it was told, or a tenth of the hold has passed. */
  private boolean isNews(EntityRecord record, double[] values) {
    return record.toldAt == 0
        || record.told.length != values.length
        || record.newest - record.toldAt >= holdMillis / 10
        || hasMoved(record.told, values);
  }

  private static boolean hasMoved(double[] told, double[] values) {
    for (int i = 0; i < values.length; i++) {
      double change = Math.abs(values[i] - told[i]);
      if (change > Math.max(STEP * Math.abs(told[i]), SMALLEST_STEP)
          || Double.isNaN(values[i]) != Double.isNaN(told[i])) {
        return true;
      }
    }
    return false;
  }
}
