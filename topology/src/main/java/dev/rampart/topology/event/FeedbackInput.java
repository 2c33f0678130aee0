package dev.rampart.topology.event;

import dev.rampart.actions.event.EventField;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.Feedback;
import org.jspecify.annotations.Nullable;

/** A reviewer's word on an action or event. */
public final class FeedbackInput extends ReadEvent {
  private final Feedback feedback;

  /**
   * @param feedback the feedback, already validated
   * @param origin where it was read
   */
  public FeedbackInput(Feedback feedback, Origin origin) {
    super(EventType.FEEDBACK, origin, feedback.getDecidedAt());
    this.feedback = feedback;
  }

  /** The feedback as it was read. */
  public Feedback feedback() {
    return feedback;
  }

  @Override
  public @Nullable String guildId() {
    return null;
  }

  @Override
  public String eventId() {
    return feedback.getFeedbackId();
  }

  @Override
  public String accountId() {
    return feedback.getSubjectId();
  }

  @Override
  public Object value(EventField field) {
    return switch (field) {
      case TYPE -> "feedback";
      case KIND -> feedback.getOutcome().name();
      case EVENT_ID -> feedback.getFeedbackId();
      case AUTHOR_ID -> feedback.getSubjectId();
      case TIME -> feedback.getDecidedAt();
      case CHANNEL_ID,
          GUILD_ID,
          RECIPIENT_ID,
          TARGET_ID,
          CONTENT,
          CONTENT_LENGTH,
          REPLY_TO,
          LOCALE,
          DEVICE_HASH,
          IP_HASH,
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
          LISTED_KEYWORD_COUNT,
          ACCOUNT_CREATED_AT,
          AGE_GROUP ->
          InputEvent.emptyOf(field);
    };
  }
}
