package dev.rampart.ops.community;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.UserEvent;

/** An event of the community with its truth, which is not part of the record. */
public sealed interface CommunityEvent {

  /** The platform's id of the event. */
  String eventId();

  /** Account that the event is about: the key of its Kafka record. */
  String accountId();

  /** Event time in milliseconds since the epoch. */
  long time();

  /** What the event really is. */
  AbuseKind truth();

  /** A message that was written. */
  record Message(MessageEvent record, long time, AbuseKind truth) implements CommunityEvent {
    @Override
    public String eventId() {
      return record.getMessageId();
    }

    @Override
    public String accountId() {
      return record.getAuthorId();
    }
  }

  /** Anything else that an account did or suffered. */
  record User(UserEvent record, long time, AbuseKind truth) implements CommunityEvent {
    @Override
    public String eventId() {
      return record.getEventId();
    }

    @Override
    public String accountId() {
      return record.getUserId();
    }
  }
}
