package dev.rampart.topology.event;

import dev.rampart.schemas.EventType;
import java.time.Instant;

/** What every event has however it is written: its input, its place and its time. */
abstract sealed class ReadEvent implements InputEvent
    permits MessageInput, UserInput, FeedbackInput, FindingInput {
  private final EventType type;
  private final Origin origin;
  private final long eventTime;

  ReadEvent(EventType type, Origin origin, Instant time) {
    this.type = type;
    this.origin = origin;
    this.eventTime = time.toEpochMilli();
  }

  @Override
  public final EventType type() {
    return type;
  }

  @Override
  public final Origin origin() {
    return origin;
  }

  @Override
  public final long eventTime() {
    return eventTime;
  }
}
