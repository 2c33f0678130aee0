package dev.rampart.actions.restraint;

import dev.rampart.schemas.ControlRecord;
import java.time.Instant;

/**
 * A span of event time.
 *
 * @param from first millisecond
 * @param to first millisecond after it; Long.MAX_VALUE when it has no end
 */
record Span(long from, long to) {
  static final Span ALWAYS = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  static Span of(ControlRecord record) {
    return new Span(record.getSetAt().toEpochMilli(), end(record));
  }

  /** For what holds as soon as it is known, whatever the time of the event. */
  static Span until(ControlRecord record) {
    return new Span(Long.MIN_VALUE, end(record));
  }

  private static long end(ControlRecord record) {
    Instant expiresAt = record.getExpiresAt();
    return expiresAt == null ? Long.MAX_VALUE : expiresAt.toEpochMilli();
  }

  boolean covers(long eventTime) {
    return from <= eventTime && eventTime < to;
  }
}
