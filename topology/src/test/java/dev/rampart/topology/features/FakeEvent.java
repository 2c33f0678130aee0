package dev.rampart.topology.features;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An event made of the fields that a test names. */
final class FakeEvent implements EventView {
  private static final Map<EventField, Object> EMPTY =
      Arrays.stream(EventField.values())
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  FakeEvent::emptyValue,
                  (first, second) -> first,
                  () -> new EnumMap<>(EventField.class)));

  private final String id;
  private final long time;
  private final Map<EventField, Object> fields = new EnumMap<>(EventField.class);

  private FakeEvent(String id, long time) {
    this.id = id;
    this.time = time;
  }

  static FakeEvent message(String id, long time) {
    return new FakeEvent(id, time)
        .with(EventField.TYPE, "message")
        .with(EventField.KIND, "MESSAGE");
  }

  static FakeEvent user(String id, long time, String kind) {
    return new FakeEvent(id, time).with(EventField.TYPE, "user").with(EventField.KIND, kind);
  }

  FakeEvent with(EventField field, Object value) {
    fields.put(field, value);
    return this;
  }

  @Override
  public String eventId() {
    return id;
  }

  @Override
  public String accountId() {
    return "author";
  }

  @Override
  public long eventTime() {
    return time;
  }

  @Override
  public Object value(EventField field) {
    Object value = fields.get(field);
    return value == null ? EMPTY.getOrDefault(field, "") : value;
  }

  private static Object emptyValue(EventField field) {
    return switch (field.type()) {
      case STRING -> "";
      case INT -> 0L;
      case BOOL -> false;
      case TIMESTAMP -> Instant.EPOCH;
      case STRING_LIST -> List.of();
    };
  }
}
