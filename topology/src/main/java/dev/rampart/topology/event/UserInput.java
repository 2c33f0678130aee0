package dev.rampart.topology.event;

import dev.rampart.actions.event.EventField;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.UserEventKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user event. */
public final class UserInput extends ReadEvent {
  private final UserEvent event;

  /**
   * @param event the user event, already validated
   * @param origin where it was read
   */
  public UserInput(UserEvent event, Origin origin) {
    super(EventType.USER, origin, event.getOccurredAt());
    this.event = event;
  }

  @Override
  public UserEventKind kind() {
    return event.getKind();
  }

  @Override
  public @Nullable String guildId() {
    return event.getGuildId();
  }

  @Override
  public String eventId() {
    return event.getEventId();
  }

  @Override
  public String accountId() {
    return event.getUserId();
  }

  @Override
  public Object value(EventField field) {
    return switch (field) {
      case TYPE -> "user";
      case KIND -> event.getKind().name();
      case EVENT_ID -> event.getEventId();
      case AUTHOR_ID -> event.getUserId();
      case GUILD_ID -> InputEvent.textOf(event.getGuildId());
      case TARGET_ID -> InputEvent.textOf(event.getTargetId());
      case TIME -> event.getOccurredAt();
      case DEVICE_HASH -> InputEvent.textOf(event.getDeviceHash());
      case IP_HASH -> InputEvent.textOf(event.getIpHash());
      case AGE_GROUP -> InputEvent.textOf(event.getAgeGroup());
      case ACCOUNT_CREATED_AT ->
          event.getAccountCreatedAt() == null ? Instant.EPOCH : event.getAccountCreatedAt();
      case CHANNEL_ID,
          RECIPIENT_ID,
          CONTENT,
          CONTENT_LENGTH,
          REPLY_TO,
          LOCALE,
          SURFACE,
          IS_DIRECT,
          MENTIONS,
          MENTION_COUNT,
          ATTACHMENT_HASHES,
          ATTACHMENT_COUNT,
          DOMAINS,
          LINK_COUNT,
          LISTED_LINK_COUNT,
          SHORTENER_COUNT,
          DISPOSABLE_MAIL_COUNT,
          LISTED_ATTACHMENT_COUNT,
          LISTED_KEYWORD_COUNT ->
          InputEvent.emptyOf(field);
    };
  }
}
