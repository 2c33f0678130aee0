package dev.rampart.topology.event;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.UserEventKind;
import org.jspecify.annotations.Nullable;

/** A valid event on its way through the topology. */
public sealed interface InputEvent extends EventView permits ReadEvent {
  /** Which input the event came from. */
  EventType type();

  /** Where the event was read. */
  Origin origin();

  /** Guild of the event; null where it has none. */
  @Nullable String guildId();

  /** What kind of user event it is; {@code UNKNOWN} for a message or feedback. */
  default UserEventKind kind() {
    return UserEventKind.UNKNOWN;
  }

  /** What a field reads as on an event that does not have it. */
  static Object emptyOf(EventField field) {
    return field.type().empty();
  }

  /** The text, or the empty one for null. */
  static String textOf(@Nullable String value) {
    return value == null ? "" : value;
  }
}
