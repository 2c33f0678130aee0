package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;
import java.util.ArrayList;
import java.util.List;

/**
 * An event that was observed.
 *
 * @param newest time of the newest event of the entity when it had been observed, itself included
 */
record PastEvent(EventView event, long newest) {
  /**
   * What an entity of a kind saw of the events of one account, up to the last one: a recipient pair
   * sees those that are about the same other account, none where the last is about none.
   */
  static List<PastEvent> of(EntityKind kind, List<PastEvent> account) {
    return kind == EntityKind.RECIPIENT_PAIR ? ofPair(account) : account;
  }

  private static List<PastEvent> ofPair(List<PastEvent> account) {
    String other = PairsCell.other(account.get(account.size() - 1).event());
    List<PastEvent> own = new ArrayList<>();
    long newest = -1;
    for (PastEvent seen : account) {
      if (!other.isEmpty() && PairsCell.other(seen.event()).equals(other)) {
        newest = Math.max(newest, seen.time());
        own.add(new PastEvent(seen.event(), newest));
      }
    }
    return own;
  }

  long time() {
    return event.eventTime();
  }
}
