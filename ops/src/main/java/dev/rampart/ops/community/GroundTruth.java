package dev.rampart.ops.community;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What each event of a community really is, one reference an event. Written by one thread while
 * events are made; read by others only after that thread has handed it over.
 */
public final class GroundTruth {
  private final EventIds ids;
  private final @Nullable AbuseKind[] kinds;

  GroundTruth(EventIds ids, int events) {
    this.ids = ids;
    this.kinds = new AbuseKind[events];
  }

  void record(int index, AbuseKind kind) {
    kinds[index] = kind;
  }

  /** Number of events that the community has, made or not. */
  public int size() {
    return kinds.length;
  }

  /** Whether the event is one of this community. */
  public boolean knows(String eventId) {
    return find(eventId) != null;
  }

  /**
   * What the event is.
   *
   * @throws IllegalArgumentException when the event is not one of this community
   */
  public AbuseKind of(String eventId) {
    AbuseKind kind = find(eventId);
    if (kind == null) {
      throw new IllegalArgumentException(eventId + " is no event of this community");
    }
    return kind;
  }

  private @Nullable AbuseKind find(String eventId) {
    int index = ids.indexOf(eventId);
    return index >= 0 && index < kinds.length ? kinds[index] : null;
  }

  /** Hands over every event that was made, with what it really is. */
  public void forEach(BiConsumer<String, AbuseKind> action) {
    for (int index = 0; index < kinds.length; index++) {
      AbuseKind kind = kinds[index];
      if (kind != null) {
        action.accept(ids.at(index), kind);
      }
    }
  }

  /** Number of events of each kind. */
  public Map<AbuseKind, Long> counts() {
    Map<AbuseKind, Long> counts = new EnumMap<>(AbuseKind.class);
    for (AbuseKind kind : kinds) {
      if (kind != null) {
        counts.merge(kind, 1L, Long::sum);
      }
    }
    return counts;
  }
}
