package dev.rampart.topology.event;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.FieldType;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.UserEventKind;
import java.time.Instant;
import java.util.List;
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
    return emptyOf(field.type());
  }

  private static Object emptyOf(FieldType type) {
    return switch (type) {
      case STRING -> "";
      case INT -> 0L;
      case BOOL -> false;
      case TIMESTAMP -> Instant.EPOCH;
      case STRING_LIST -> List.of();
    };
  }

  /** The text, or the empty one for null. */
  static String textOf(@Nullable String value) {
    return value == null ? "" : value;
  }
}
