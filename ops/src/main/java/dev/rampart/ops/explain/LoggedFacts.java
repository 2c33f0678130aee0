package dev.rampart.ops.explain;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.UnrecordedFieldException;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventFacts;
import dev.rampart.schemas.EventType;
import dev.rampart.topology.event.InputEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event of the past as rules see it, from what its decision recorded. What was not recorded is
 * taken from the event itself where it still lies on its topic, and is unknown otherwise. Confined
 * to one thread.
 */
final class LoggedFacts implements EventView {
  private final Decision decision;
  private final @Nullable InputEvent source;

  /**
   * @param source the event itself; null where it is not there any more
   */
  LoggedFacts(Decision decision, @Nullable InputEvent source) {
    this.decision = decision;
    this.source = source;
  }

  @Override
  public String eventId() {
    return decision.getEventId();
  }

  @Override
  public String messageId() {
    return Objects.requireNonNullElse(decision.getAbout(), decision.getEventId());
  }

  @Override
  public String accountId() {
    return decision.getAuthorId();
  }

  @Override
  public long eventTime() {
    return decision.getEventTime().toEpochMilli();
  }

  @Override
  public Object value(EventField field) {
    return switch (field) {
      case TYPE -> decision.getEventType().name().toLowerCase(Locale.ROOT);
      case EVENT_ID -> decision.getEventId();
      case AUTHOR_ID -> decision.getAuthorId();
      case TIME -> decision.getEventTime();
      case CHANNEL_ID -> text(decision.getChannelId());
      case GUILD_ID -> text(decision.getGuildId());
      case SURFACE -> surface();
      case IS_DIRECT -> isMessage() && decision.getGuildId() == null;
      case CONTENT,
          LISTED_LINK_COUNT,
          SHORTENER_COUNT,
          DISPOSABLE_MAIL_COUNT,
          LISTED_ATTACHMENT_COUNT,
          LISTED_KEYWORD_COUNT,
          AGE_GROUP ->
          unrecorded(field);
      case KIND -> facts(field).getKind();
      case RECIPIENT_ID -> text(facts(field).getRecipientId());
      case TARGET_ID -> text(facts(field).getTargetId());
      case CONTENT_LENGTH -> (long) facts(field).getContentLength();
      case REPLY_TO -> text(facts(field).getReplyTo());
      case LOCALE -> text(facts(field).getLocale());
      case DEVICE_HASH -> text(facts(field).getDeviceHash());
      case IP_HASH -> text(facts(field).getIpHash());
      case MENTIONS -> List.copyOf(facts(field).getMentions());
      case MENTION_COUNT -> (long) facts(field).getMentions().size();
      case ATTACHMENT_HASHES -> List.copyOf(facts(field).getAttachmentHashes());
      case ATTACHMENT_COUNT -> (long) facts(field).getAttachmentHashes().size();
      case DOMAINS -> List.copyOf(facts(field).getDomains());
      case LINK_COUNT -> (long) facts(field).getLinkCount();
      case ACCOUNT_CREATED_AT ->
          Objects.requireNonNullElse(facts(field).getAccountCreatedAt(), Instant.EPOCH);
    };
  }

  private boolean isMessage() {
    return decision.getEventType() == EventType.MESSAGE;
  }

  private String surface() {
    boolean placed = isMessage() || decision.getEventType() == EventType.FINDING;
    if (!placed) {
      return "";
    }
    return decision.getGuildId() == null ? "direct" : "guild";
  }

  private Object unrecorded(EventField field) {
    if (source != null) {
      return source.value(field);
    }
    if (isMessage() || field == EventField.AGE_GROUP) {
      throw new UnrecordedFieldException(field);
    }
    return field == EventField.CONTENT ? "" : 0L;
  }

  private EventFacts facts(EventField field) {
    EventFacts facts = decision.getEvent();
    if (facts == null) {
      throw new UnrecordedFieldException(field);
    }
    return facts;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
