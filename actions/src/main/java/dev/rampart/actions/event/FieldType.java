package dev.rampart.actions.event;

import java.time.Instant;
import java.util.List;

/**
 * Types that an {@link EventField} can have, and the Java class in which its value is handed over.
 */
public enum FieldType {
  /** {@link String}. */
  STRING(""),
  /** {@link Long}. */
  INT(0L),
  /** {@link Boolean}. */
  BOOL(false),
  /** {@link Instant}. */
  TIMESTAMP(Instant.EPOCH),
  /** {@code List<String>}. */
  STRING_LIST(List.of());

  @SuppressWarnings("ImmutableEnumChecker") // each of the values is immutable
  private final Object empty;

  FieldType(Object empty) {
    this.empty = empty;
  }

  /** What a field of this type reads as on an event that does not have it. */
  public Object empty() {
    return empty;
  }
}
