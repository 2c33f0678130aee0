package dev.rampart.ops.audit;

import dev.rampart.schemas.AuditEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An entry as people read it. */
public record AuditItem(
    UUID auditId,
    String actor,
    String role,
    String operation,
    String entity,
    String reason,
    Map<String, String> details,
    Instant occurredAt) {
  static AuditItem of(AuditEvent event) {
    return new AuditItem(
        event.getAuditId(),
        event.getActor(),
        event.getRole(),
        event.getOperation(),
        event.getEntity(),
        event.getReason(),
        event.getDetails(),
        event.getOccurredAt());
  }

  String line() {
    return "%-24s  %-16s %-10s %-20s %-32s %s %s"
        .formatted(
            occurredAt, actor, role, operation, entity, reason, details.isEmpty() ? "" : details);
  }
}
