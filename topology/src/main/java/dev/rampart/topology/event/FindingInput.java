package dev.rampart.topology.event;

import dev.rampart.actions.event.EventField;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What was found out later about an earlier event. What is done about it is done to that message or
 * account.
 */
public final class FindingInput extends ReadEvent {
  private final Finding finding;

  /**
   * @param finding the finding, already validated
   * @param origin where it was read
   */
  public FindingInput(Finding finding, Origin origin) {
    super(EventType.FINDING, origin, finding.getFoundAt());
    this.finding = finding;
  }

  /** The finding as it was read. */
  public Finding finding() {
    return finding;
  }

  @Override
  public @Nullable String guildId() {
    return finding.getGuildId();
  }

  @Override
  public String eventId() {
    return finding.getFindingId();
  }

  @Override
  public String messageId() {
    return InputEvent.textOf(finding.getMessageId());
  }

  @Override
  public String accountId() {
    return finding.getAccountId();
  }

  @Override
  public Object value(EventField field) {
    return switch (field) {
      case TYPE -> "finding";
      case KIND -> "FINDING";
      case EVENT_ID -> finding.getFindingId();
      case AUTHOR_ID -> finding.getAccountId();
      case CHANNEL_ID -> finding.getChannelId();
      case GUILD_ID -> InputEvent.textOf(finding.getGuildId());
      case TIME -> finding.getFoundAt();
      case SURFACE -> finding.getGuildId() == null ? "direct" : "guild";
      case RECIPIENT_ID,
          TARGET_ID,
          CONTENT,
          CONTENT_LENGTH,
          REPLY_TO,
          LOCALE,
          DEVICE_HASH,
          IP_HASH,
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
          LISTED_KEYWORD_COUNT,
          AGE_GROUP,
          ACCOUNT_CREATED_AT ->
          InputEvent.emptyOf(field);
    };
  }
}
