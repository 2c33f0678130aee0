package dev.rampart.actions.event;

/**
 * An event as rules and feature filters see it. Implementations wrap the record that was read and
 * compute derived fields once, when first asked.
 *
 * <p>Confined to one thread.
 */
public interface EventView {
  /** The platform's id of the event. */
  String eventId();

  /** Message that the event is, or that a finding is about; the event's own id for others. */
  default String messageId() {
    return eventId();
  }

  /** Account that the event is about: the author of a message, the user of a user event. */
  String accountId();

  /** Time of the event by the platform's clock, in milliseconds since the epoch. */
  long eventTime();

  /**
   * Value of a field, of the Java class that its {@link FieldType} names; the empty value of that
   * type where the event has none. Never null.
   */
  Object value(EventField field);
}
