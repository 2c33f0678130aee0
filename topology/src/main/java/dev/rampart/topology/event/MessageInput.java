package dev.rampart.topology.event;

import dev.rampart.actions.event.EventField;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.text.Links;
import org.jspecify.annotations.Nullable;

/** A message. */
public final class MessageInput implements InputEvent {
  private final MessageEvent message;
  private final Origin origin;
  private final long eventTime;
  private @Nullable Links links;

  /**
   * @param message the message, already validated
   * @param origin where it was read
   */
  public MessageInput(MessageEvent message, Origin origin) {
    this.message = message;
    this.origin = origin;
    this.eventTime = message.getSentAt().toEpochMilli();
  }

  /** The message as it was read. */
  public MessageEvent message() {
    return message;
  }

  @Override
  public EventType type() {
    return EventType.MESSAGE;
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public @Nullable String guildId() {
    return message.getGuildId();
  }

  @Override
  public String eventId() {
    return message.getMessageId();
  }

  @Override
  public String accountId() {
    return message.getAuthorId();
  }

  @Override
  public long eventTime() {
    return eventTime;
  }

  @Override
  public Object value(EventField field) {
    return switch (field) {
      case TYPE -> "message";
      case KIND -> "MESSAGE";
      case EVENT_ID -> message.getMessageId();
      case AUTHOR_ID -> message.getAuthorId();
      case CHANNEL_ID -> message.getChannelId();
      case GUILD_ID -> InputEvent.textOf(message.getGuildId());
      case RECIPIENT_ID -> InputEvent.textOf(message.getRecipientId());
      case CONTENT -> message.getContent();
      case CONTENT_LENGTH ->
          (long) message.getContent().codePointCount(0, message.getContent().length());
      case TIME -> message.getSentAt();
      case REPLY_TO -> InputEvent.textOf(message.getReplyTo());
      case LOCALE -> InputEvent.textOf(message.getLocale());
      case DEVICE_HASH -> InputEvent.textOf(message.getDeviceHash());
      case IP_HASH -> InputEvent.textOf(message.getIpHash());
      case SURFACE -> isDirect() ? "direct" : "guild";
      case IS_DIRECT -> isDirect();
      case MENTIONS -> message.getMentions();
      case MENTION_COUNT -> (long) message.getMentions().size();
      case ATTACHMENT_HASHES -> message.getAttachmentHashes();
      case ATTACHMENT_COUNT -> (long) message.getAttachmentHashes().size();
      case DOMAINS -> links().domains();
      case LINK_COUNT -> (long) links().count();
      case TARGET_ID, ACCOUNT_CREATED_AT -> InputEvent.emptyOf(field);
    };
  }

  private boolean isDirect() {
    return message.getGuildId() == null;
  }

  /** Links in the text, read once. */
  public Links links() {
    Links found = links;
    if (found == null) {
      found = Links.of(message.getContent());
      links = found;
    }
    return found;
  }
}
