package dev.rampart.actions.event;

/**
 * Types that an {@link EventField} can have, and the Java class in which its value is handed over.
 */
public enum FieldType {
  /** {@link String}. */
  STRING,
  /** {@link Long}. */
  INT,
  /** {@link Boolean}. */
  BOOL,
  /** {@link java.time.Instant}. */
  TIMESTAMP,
  /** {@code List<String>}. */
  STRING_LIST
}
