package dev.rampart.ops.audit;

import dev.rampart.schemas.AuditEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds entries, in the order of their places, against the chain that they claim to be. */
final class ChainCheck {
  private final Map<String, Long> namedBy = new HashMap<>();
  private final Deque<AuditEntry> unsealed = new ArrayDeque<>();
  private final List<String> broken = new ArrayList<>();
  private String head = "";
  private long entries;
  private long erasures;
  private long forks;

  void take(AuditEntry entry) {
    AuditEvent event = entry.event();
    if (event == null) {
      report(entry, "cannot be read");
    } else if (entry.isErasure()) {
      erasures++;
      unsealed.add(entry);
      return;
    } else {
      checkLink(entry, event);
      checkSeal(entry, event);
    }
    entries++;
    head = entry.hash();
  }

  private void checkLink(AuditEntry entry, AuditEvent event) {
    String named = event.getPreviousHash();
    Long other = namedBy.putIfAbsent(named, entry.offset());
    if (other != null) {
      forks++;
      report(entry, "names the same entry before it as the one at " + other);
    } else if (!named.equals(head)) {
      report(entry, "the entry that it names is not the one before it");
    }
  }

  private void checkSeal(AuditEntry entry, AuditEvent event) {
    List<AuditEntry> sealed = new ArrayList<>();
    while (!unsealed.isEmpty() && unsealed.getFirst().offset() < event.getSealedUntil()) {
      sealed.add(unsealed.removeFirst());
    }
    if (!Digest.ofAll(sealed).equals(event.getSealedHash())) {
      report(entry, "the erasures that it seals are not those before it");
    }
  }

  private void report(AuditEntry entry, String problem) {
    broken.add("%d: %s".formatted(entry.offset(), problem));
  }

  Verification outcome() {
    return new Verification(
        entries, erasures, unsealed.size(), broken, forks, head, broken.isEmpty() && forks == 0);
  }
}
