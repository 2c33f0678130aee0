package dev.rampart.topology.ledger;

import dev.rampart.schemas.AuditEvent;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.topics.Nodes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * The confirmation that a subject was removed from every store. Its id is computed from the event,
 * so that a replay confirms with the same one.
 */
record Erasure(Clock clock) {
  private static final String OPERATION = "subject.erase";
  private static final long OUTSIDE_THE_CHAIN = -1;

  /** Whether an event asks for its account to be forgotten. */
  static boolean isAskedBy(InputEvent event) {
    return event.kind() == UserEventKind.ERASE;
  }

  AuditEvent confirmation(InputEvent event) {
    AuditEvent audit = new AuditEvent();
    audit.setAuditId(idOf(event));
    audit.setActor("rampart");
    audit.setRole("");
    audit.setOperation(OPERATION);
    audit.setEntity("user:" + event.accountId());
    audit.setReason("");
    audit.setDetails(
        Map.of(
            "event_id",
            event.eventId(),
            "stores",
            Nodes.ACCOUNT_FEATURES + ", " + Nodes.ACCOUNT_LEDGER,
            "begun",
            Nodes.ENTITY_FEATURES));
    audit.setOccurredAt(clock.instant());
    audit.setPreviousHash("");
    audit.setSealedUntil(OUTSIDE_THE_CHAIN);
    audit.setSealedHash("");
    return audit;
  }

  private static UUID idOf(InputEvent event) {
    String name = OPERATION + "\n" + event.accountId() + "\n" + event.eventId();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
