package dev.rampart.topology.entities;

import dev.rampart.topology.features.EntityKind;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Spelling of entities as {@code kind:id}, {@code domain:example.org}: keys of store and topic. */
final class EntityKeys {
  private static final EntityKind[] KINDS = EntityKind.values();
  private static final Map<EntityKind, String> PREFIXES = new EnumMap<>(EntityKind.class);
  private static final int CONTENT_ID_LENGTH = 16;
  private static final int SPREAD = 0x9E3779B9;

  static {
    for (EntityKind kind : KINDS) {
      PREFIXES.put(kind, kind.name().toLowerCase(Locale.ROOT) + ":");
    }
  }

  private EntityKeys() {}

  static String of(EntityKind kind, String id) {
    return prefix(kind).concat(id);
  }

  /**
   * Kind of an entity.
   *
   * @throws IllegalArgumentException when the text is no entity
   */
  static EntityKind kind(String entity) {
    for (EntityKind kind : KINDS) {
      if (entity.startsWith(prefix(kind))) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of entity: " + entity);
  }

  private static String prefix(EntityKind kind) {
    return PREFIXES.getOrDefault(kind, "");
  }

  static String id(String entity) {
    return entity.substring(entity.indexOf(':') + 1);
  }

  /** Key of the store: a text's is the first part of its signature. */
  static String storeKey(String entity) {
    EntityKind kind = kind(entity);
    return kind == EntityKind.CONTENT
        ? of(kind, id(entity).substring(0, CONTENT_ID_LENGTH))
        : entity;
  }

  /** Spreads entities over partitions; the same on every machine. */
  static int hash(EntityKind kind, String id) {
    int hash = (id.hashCode() * 31 + kind.code()) * SPREAD;
    return hash ^ (hash >>> 15);
  }
}
