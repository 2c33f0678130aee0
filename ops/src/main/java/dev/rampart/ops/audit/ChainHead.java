package dev.rampart.ops.audit;

import dev.rampart.schemas.AuditEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The end of the chain.
 *
 * @param hash of its last entry; empty where there is none
 * @param sealedUntil place before which every erasure is sealed
 */
record ChainHead(String hash, long sealedUntil) {
  private static final long STEP = 500;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /**
   * Looks for it from the end on backwards. All that was written is read, also behind a transaction
   * of the pipeline that is still open: the last entry may lie there.
   */
  static ChainHead find(AuditReader reader) {
    long begin = reader.begin();
    long end = reader.writtenEnd();
    while (end > begin) {
      long from = Math.max(begin, end - STEP);
      Optional<AuditEntry> last = last(reader.read(from, end, LIMIT));
      if (last.isPresent()) {
        return after(last.get());
      }
      end = from;
    }
    return new ChainHead("", begin);
  }

  private static Optional<AuditEntry> last(List<AuditEntry> entries) {
    return entries.stream().filter(entry -> !entry.isErasure()).reduce((earlier, later) -> later);
  }

  private static ChainHead after(AuditEntry entry) {
    AuditEvent event = entry.event();
    long sealed = event == null ? -1 : event.getSealedUntil();
    return new ChainHead(entry.hash(), sealed);
  }
}
