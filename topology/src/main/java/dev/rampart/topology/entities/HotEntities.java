package dev.rampart.topology.entities;

import dev.rampart.schemas.ControlRecord;
import dev.rampart.topology.control.ControlListener;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureDefinition;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hot entities that this instance knows of, from the topic {@code control}. What is served of
 * one is what was known here at that moment. One thread writes, any reads.
 */
public final class HotEntities implements ControlListener {
  private static final Logger LOG = LoggerFactory.getLogger(HotEntities.class);

  private final Map<EntityKind, List<String>> names = new EnumMap<>(EntityKind.class);
  private final Map<EntityKind, int[]> places = new EnumMap<>(EntityKind.class);
  private final Map<String, HotEntity> byEntity = new ConcurrentHashMap<>();
  private final HotTexts texts = new HotTexts();

  /**
   * @param catalogue says which features there are, and at which place of a vector
   */
  public HotEntities(FeatureCatalogue catalogue) {
    List<String> all = catalogue.names();
    for (EntityKind kind : EntityKind.values()) {
      List<String> own =
          catalogue.of(kind).features().stream().map(FeatureDefinition::name).toList();
      names.put(kind, own);
      places.put(kind, own.stream().mapToInt(all::indexOf).toArray());
    }
  }

  /** How many entities are known. */
  public int size() {
    return byEntity.size();
  }

  /** The entities that are known, as {@code kind:id}. */
  Map<String, HotEntity> all() {
    return byEntity;
  }

  /** The hot entity of a kind and id at a time; null where it is not hot. */
  @Nullable HotEntity find(EntityKind kind, String id, long eventTime) {
    if (byEntity.isEmpty()) {
      return null;
    }
    HotEntity hot = byEntity.get(EntityKeys.of(kind, id));
    return hot != null && hot.isServedAt(eventTime) ? hot : null;
  }

  /** The hot text that a text is a copy of; null where there is none. */
  @Nullable HotEntity find(TextSignature signature, long eventTime) {
    return texts.isEmpty() ? null : texts.find(signature, eventTime);
  }

  @Override
  public void set(ControlRecord fact) {
    try {
      HotEntity hot = read(fact);
      if (EntityKeys.kind(hot.entity()) == EntityKind.CONTENT) {
        texts.put(TextSignature.ofHex(EntityKeys.id(hot.entity())), hot);
      }
      byEntity.put(hot.entity(), hot);
    } catch (IllegalArgumentException e) {
      LOG.warn("A hot entity cannot be read and is passed over: {}", e.getMessage());
    }
  }

  @Override
  public void clear(String entity) {
    if (byEntity.remove(entity) != null && EntityKeys.kind(entity) == EntityKind.CONTENT) {
      texts.remove(TextSignature.ofHex(EntityKeys.id(entity)), entity);
    }
  }

  private HotEntity read(ControlRecord fact) {
    EntityKind kind = EntityKeys.kind(fact.getEntity());
    Map<String, Double> values = fact.getValues();
    Instant until = fact.getExpiresAt();
    return new HotEntity(
        fact.getEntity(),
        fact.getSetAt().toEpochMilli(),
        until == null ? Long.MAX_VALUE : until.toEpochMilli(),
        placesOf(kind),
        namesOf(kind).stream()
            .mapToDouble(name -> values.getOrDefault(name, Double.NaN))
            .toArray());
  }

  private List<String> namesOf(EntityKind kind) {
    return names.getOrDefault(kind, List.of());
  }

  private int[] placesOf(EntityKind kind) {
    return places.getOrDefault(kind, new int[0]);
  }
}
