package dev.rampart.topology.entities;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.UserInput;
import dev.rampart.topology.features.SightedFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What entities learn of one event: {@link SightedFields} of it.
 *
 * @param kind of a user event; null for a message
 * @param eventId the platform's id of the event
 * @param accountId account that the event is about
 * @param eventTime in milliseconds since the epoch
 * @param createdAt when the account was made as far as its own record knows, in milliseconds since
 *     the epoch; 0 where that is unknown
 * @param channelId channel of a message, empty where there is none
 * @param guildId guild, empty where there is none
 * @param contentLength code points of the text
 * @param mentions number of mentions
 * @param links number of links
 */
record Sighting(
    @Nullable UserEventKind kind,
    String eventId,
    String accountId,
    long eventTime,
    long createdAt,
    String channelId,
    String guildId,
    long contentLength,
    long mentions,
    long links)
    implements EventView {

  static Sighting of(MessageInput message, long createdAt) {
    return new Sighting(
        null,
        message.eventId(),
        message.accountId(),
        message.eventTime(),
        createdAt,
        message.message().getChannelId(),
        InputEvent.textOf(message.guildId()),
        (Long) message.value(EventField.CONTENT_LENGTH),
        message.message().getMentions().size(),
        (Long) message.value(EventField.LINK_COUNT));
  }

  static Sighting of(UserInput user, long createdAt) {
    return new Sighting(
        UserEventKind.valueOf((String) user.value(EventField.KIND)),
        user.eventId(),
        user.accountId(),
        user.eventTime(),
        createdAt,
        "",
        InputEvent.textOf(user.guildId()),
        0,
        0,
        0);
  }

  /** The same at another time. */
  Sighting at(long time) {
    return new Sighting(
        kind,
        eventId,
        accountId,
        time,
        createdAt,
        channelId,
        guildId,
        contentLength,
        mentions,
        links);
  }

  boolean isMessage() {
    return kind == null;
  }

  @Override
  public Object value(EventField field) {
    return switch (field) {
      case TYPE -> kind == null ? "message" : "user";
      case KIND -> kind == null ? "MESSAGE" : kind.name();
      case EVENT_ID -> eventId;
      case AUTHOR_ID -> accountId;
      case TIME -> Instant.ofEpochMilli(eventTime);
      case CHANNEL_ID -> channelId;
      case GUILD_ID -> guildId;
      case IS_DIRECT -> isMessage() && guildId.isEmpty();
      case CONTENT_LENGTH -> contentLength;
      case MENTION_COUNT -> mentions;
      case LINK_COUNT -> links;
      case ACCOUNT_CREATED_AT -> Instant.ofEpochMilli(createdAt);
      case RECIPIENT_ID,
          TARGET_ID,
          CONTENT,
          REPLY_TO,
          LOCALE,
          DEVICE_HASH,
          IP_HASH,
          SURFACE,
          MENTIONS,
          ATTACHMENT_HASHES,
          ATTACHMENT_COUNT,
          DOMAINS,
          LISTED_LINK_COUNT,
          SHORTENER_COUNT,
          DISPOSABLE_MAIL_COUNT,
          LISTED_ATTACHMENT_COUNT,
          LISTED_KEYWORD_COUNT,
          AGE_GROUP ->
          throw new IllegalArgumentException("entities do not learn event." + field.fieldName());
    };
  }
}
