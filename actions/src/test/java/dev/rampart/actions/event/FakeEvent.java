package dev.rampart.actions.event;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An event made of field values, a message of an unremarkable member unless told otherwise. */
public final class FakeEvent implements EventView {
  /** 2026-11-21T12:00:00Z. */
  public static final long NOON = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();

  private final Map<EventField, Object> values = new EnumMap<>(EventField.class);

  private FakeEvent() {
    for (EventField field : EventField.values()) {
      values.put(field, empty(field.type()));
    }
    with(EventField.TYPE, "message");
    with(EventField.KIND, "MESSAGE");
    with(EventField.EVENT_ID, "m-1");
    with(EventField.AUTHOR_ID, "u-1");
    with(EventField.GUILD_ID, "g-1");
    with(EventField.SURFACE, "guild");
    with(EventField.TIME, Instant.ofEpochMilli(NOON));
  }

  public static FakeEvent message() {
    return new FakeEvent();
  }

  public static FakeEvent joinOfGuild() {
    return new FakeEvent().with(EventField.TYPE, "user").with(EventField.KIND, "JOIN_GUILD");
  }

  private static Object empty(FieldType type) {
    return switch (type) {
      case STRING -> "";
      case INT -> 0L;
      case BOOL -> false;
      case TIMESTAMP -> Instant.EPOCH;
      case STRING_LIST -> List.of();
    };
  }

  public FakeEvent with(EventField field, Object value) {
    values.put(field, value);
    return this;
  }

  @Override
  public String eventId() {
    return (String) value(EventField.EVENT_ID);
  }

  @Override
  public String accountId() {
    return (String) value(EventField.AUTHOR_ID);
  }

  @Override
  public long eventTime() {
    return ((Instant) value(EventField.TIME)).toEpochMilli();
  }

  @Override
  public Object value(EventField field) {
    Object value = values.get(field);
    if (value == null) {
      throw new IllegalStateException("every field has a value: " + field);
    }
    return value;
  }
}
