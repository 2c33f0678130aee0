package dev.rampart.topology.entities;

import dev.rampart.topology.features.EntityKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the store {@code entity-features} holds of an entity.
 *
 * @param kind kind of the entity
 * @param newest event time of the newest event, in milliseconds since the epoch
 * @param toldAt event time at which every instance was last told that it is hot; 0 while it is not
 * @param told values that were told then, in the order of the kind's features; NaN for none
 * @param remembered events that wait to be acted upon once it is hot
 * @param features record of its features, as the feature engine writes it; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the feature engine, never compared
public record StoredEntity(
    EntityKind kind,
    long newest,
    long toldAt,
    List<Double> told,
    int remembered,
    byte @Nullable [] features) {
  /** First byte of every record that this build writes and reads. */
  public static final int FORMAT = EntityRecord.VERSION;

  public StoredEntity {
    told = List.copyOf(told);
  }

  /**
   * Reads a record.
   *
   * @param key its key in the store, {@code domain:example.org} for instance
   * @throws IllegalArgumentException when the key or the bytes are none of that store
   */
  public static StoredEntity decode(String key, byte[] stored) {
    EntityKind kind = EntityKeys.kind(key);
    EntityRecord record;
    try {
      record = EntityRecord.decode(stored);
    } catch (MalformedBytesException malformed) {
      throw new IllegalArgumentException(malformed);
    }
    List<Double> told = new ArrayList<>();
    for (double value : record.told) {
      told.add(value);
    }
    return new StoredEntity(
        kind, record.newest, record.toldAt, told, record.remembered.size(), record.features);
  }
}
