package dev.rampart.topology.event;

import dev.rampart.actions.event.EventField;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.reputation.ListKind;
import dev.rampart.topology.reputation.Reputation;
import dev.rampart.topology.text.Links;
import dev.rampart.topology.text.MailHosts;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A message. */
public final class MessageInput extends ReadEvent {
  private final MessageEvent message;
  private final Supplier<Reputation> reputation;
  private @Nullable Links links;

  /**
   * @param message the message, already validated
   * @param origin where it was read
   */
  public MessageInput(MessageEvent message, Origin origin) {
    this(message, origin, () -> Reputation.NONE);
  }

  /**
   * @param message the message, already validated
   * @param origin where it was read
   * @param reputation lists that its links, attachments and words are looked up in
   */
  public MessageInput(MessageEvent message, Origin origin, Supplier<Reputation> reputation) {
    super(EventType.MESSAGE, origin, message.getSentAt());
    this.reputation = reputation;
    this.message = message;
  }

  /** The message as it was read. */
  public MessageEvent message() {
    return message;
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
      case AGE_GROUP -> InputEvent.textOf(message.getAgeGroup());
      case SURFACE -> isDirect() ? "direct" : "guild";
      case IS_DIRECT -> isDirect();
      case MENTIONS -> message.getMentions();
      case MENTION_COUNT -> (long) message.getMentions().size();
      case ATTACHMENT_HASHES -> message.getAttachmentHashes();
      case ATTACHMENT_COUNT -> (long) message.getAttachmentHashes().size();
      case DOMAINS -> links().domains();
      case LINK_COUNT -> (long) links().count();
      case LISTED_LINK_COUNT -> listed(ListKind.DOMAINS, links().domains());
      case SHORTENER_COUNT -> listed(ListKind.SHORTENERS, links().domains());
      case DISPOSABLE_MAIL_COUNT ->
          listed(ListKind.DISPOSABLE_MAIL, MailHosts.of(message.getContent()));
      case LISTED_ATTACHMENT_COUNT -> listed(ListKind.HASHES, message.getAttachmentHashes());
      case LISTED_KEYWORD_COUNT ->
          reputation.get().countKeywords(message.getContent(), eventTime());
      case TARGET_ID, ACCOUNT_CREATED_AT -> InputEvent.emptyOf(field);
    };
  }

  private long listed(ListKind kind, List<String> entries) {
    return entries.isEmpty() ? 0 : reputation.get().count(kind, entries, eventTime());
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
