package dev.rampart.ops.bench.features;

import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.event.UserInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Events of the demo's community, decoded. Events keep what they worked out of their text, so every
 * round takes fresh ones.
 */
record Workload(List<CommunityEvent> events) {
  private static final long SEED = 7;
  private static final Instant END = Instant.parse("2026-11-21T00:00:00Z");
  private static final Origin NOWHERE = new Origin("bench", 0, 0, 0, null, null);

  static Workload of(int events) {
    List<CommunityEvent> made = new ArrayList<>(events);
    new Community(new CommunitySettings(SEED, events, END)).forEachRemaining(made::add);
    return new Workload(List.copyOf(made));
  }

  InputEvent event(int i) {
    CommunityEvent event = events.get(i);
    return event instanceof CommunityEvent.Message message
        ? new MessageInput(message.record(), NOWHERE)
        : new UserInput(((CommunityEvent.User) event).record(), NOWHERE);
  }

  String account(int i) {
    return events.get(i).accountId();
  }

  int size() {
    return events.size();
  }
}
