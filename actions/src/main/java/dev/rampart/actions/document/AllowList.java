package dev.rampart.actions.document;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import java.time.Instant;
import java.util.Map;

/**
 * Subjects that a policy spares: its rules match and are recorded as SHADOW.
 *
 * @param users end of the allowance by account; Instant.MAX where it has none
 * @param guilds the same by guild
 * @param channels the same by channel
 */
public record AllowList(
    Map<String, Instant> users, Map<String, Instant> guilds, Map<String, Instant> channels) {
  /** Spares nobody. */
  public static final AllowList NONE = new AllowList(Map.of(), Map.of(), Map.of());

  public AllowList {
    users = Map.copyOf(users);
    guilds = Map.copyOf(guilds);
    channels = Map.copyOf(channels);
  }

  /** Whether the author, the guild or the channel of an event is spared at its time. */
  public boolean spares(EventView event) {
    return holds(users, event.accountId(), event)
        || holds(guilds, event.value(EventField.GUILD_ID), event)
        || holds(channels, event.value(EventField.CHANNEL_ID), event);
  }

  private static boolean holds(Map<String, Instant> allowed, Object id, EventView event) {
    Instant until = allowed.isEmpty() ? null : allowed.get(id);
    return until != null && until.isAfter(Instant.ofEpochMilli(event.eventTime()));
  }
}
