package dev.rampart.ops.audit;

import dev.rampart.schemas.AuditEvent;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies on the topic.
 *
 * @param offset its place
 * @param hash SHA-256 of its bytes, in hexadecimal
 * @param event what it says; null where its bytes cannot be read
 */
record AuditEntry(long offset, String hash, @Nullable AuditEvent event) {
  /** Operation of the entries that the pipeline itself writes, outside the chain. */
  static final String ERASURE = "subject.erase";

  /** Whether it confirms an erasure: the pipeline writes those, and no chain leads through them. */
  boolean isErasure() {
    return event != null
        && event.getOperation().equals(ERASURE)
        && event.getPreviousHash().isEmpty()
        && event.getSealedUntil() < 0;
  }
}
