package dev.rampart.actions.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A field of an event as rules and feature filters name it: {@code event.content}, {@code
 * event.link_count}. A field that an event does not have reads as the empty value of its type: an
 * empty text, 0, false, the epoch or an empty list.
 */
public enum EventField {
  /** Input that the event came from: {@code message}, {@code user} or {@code feedback}. */
  TYPE(FieldType.STRING),
  /** The platform's id of the event. */
  EVENT_ID(FieldType.STRING),
  /** Kind of a user event in upper case ({@code JOIN_GUILD}); {@code MESSAGE} for a message. */
  KIND(FieldType.STRING),
  /** Account that the event is about. */
  AUTHOR_ID(FieldType.STRING),
  CHANNEL_ID(FieldType.STRING),
  GUILD_ID(FieldType.STRING),
  /** Receiver of a direct message. */
  RECIPIENT_ID(FieldType.STRING),
  /** The other user of a user event. */
  TARGET_ID(FieldType.STRING),
  /** Text of a message. */
  CONTENT(FieldType.STRING),
  /** Number of Unicode code points in the text. */
  CONTENT_LENGTH(FieldType.INT),
  /** Time of the event by the platform's clock. */
  TIME(FieldType.TIMESTAMP),
  REPLY_TO(FieldType.STRING),
  LOCALE(FieldType.STRING),
  DEVICE_HASH(FieldType.STRING),
  IP_HASH(FieldType.STRING),
  /** Where a message was written: {@code guild} or {@code direct}; empty for other events. */
  SURFACE(FieldType.STRING),
  IS_DIRECT(FieldType.BOOL),
  /** Users whom the message mentions. */
  MENTIONS(FieldType.STRING_LIST),
  MENTION_COUNT(FieldType.INT),
  ATTACHMENT_HASHES(FieldType.STRING_LIST),
  ATTACHMENT_COUNT(FieldType.INT),
  /** Hosts of the links in the text, in lower case, in order, without repeats. */
  DOMAINS(FieldType.STRING_LIST),
  /** Number of links in the text. */
  LINK_COUNT(FieldType.INT),
  /** Hosts of the text's links that a reputation list held at the event's time. */
  LISTED_LINK_COUNT(FieldType.INT),
  /** Hosts of the text's links that hide where a link leads. */
  SHORTENER_COUNT(FieldType.INT),
  /** Mail addresses in the text whose host gives throw-away addresses. */
  DISPOSABLE_MAIL_COUNT(FieldType.INT),
  /** Attachments whose hash a reputation list held at the event's time. */
  LISTED_ATTACHMENT_COUNT(FieldType.INT),
  /** Different listed keywords in the text. */
  LISTED_KEYWORD_COUNT(FieldType.INT),
  /** When the account was made, where the platform told. */
  ACCOUNT_CREATED_AT(FieldType.TIMESTAMP),
  /** Age group of the account's owner, in the platform's words. */
  AGE_GROUP(FieldType.STRING);

  private static final Map<String, EventField> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventField::fieldName, Function.identity()));

  private final FieldType type;
  private final String fieldName;

  EventField(FieldType type) {
    this.type = type;
    this.fieldName = name().toLowerCase(Locale.ROOT);
  }

  /** Type of the values of this field. */
  public FieldType type() {
    return type;
  }

  /** Name as written after {@code event.} in a rule. */
  public String fieldName() {
    return fieldName;
  }

  /** The field of that name, if there is one. */
  public static Optional<EventField> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
