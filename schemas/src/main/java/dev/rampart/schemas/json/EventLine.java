package dev.rampart.schemas.json;

import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.UserEvent;
import org.apache.avro.specific.SpecificRecord;

/**
 * One line of an event file: a JSON object with {@code type} and the fields of that contract by
 * name. Fields with a default may be left out; times are ISO-8601 (with an offset or {@code Z}) or
 * milliseconds since 1970-01-01 UTC, and are kept to the millisecond. The order of the fields does
 * not matter.
 */
public sealed interface EventLine {

  /** {@code "type": "message"}. */
  record Message(MessageEvent event) implements EventLine {
    @Override
    public String id() {
      return event.getMessageId();
    }

    @Override
    public String key() {
      return event.getAuthorId();
    }
  }

  /** {@code "type": "user"}. */
  record User(UserEvent event) implements EventLine {
    @Override
    public String id() {
      return event.getEventId();
    }

    @Override
    public String key() {
      return event.getUserId();
    }
  }

  /** {@code "type": "feedback"}. */
  record Verdict(Feedback event) implements EventLine {
    @Override
    public String id() {
      return event.getFeedbackId();
    }

    @Override
    public String key() {
      return event.getSubjectId();
    }
  }

  /** The Avro record. */
  SpecificRecord event();

  /** The platform's id of the event. */
  String id();

  /** The key that the record has on its topic. */
  String key();

  /**
   * Reads a line. Safe for use by many threads.
   *
   * @throws EventLineException listing everything that is wrong with it
   */
  static EventLine parse(String line) {
    return EventLineParser.parse(line);
  }

  /** The event as a line that {@link #parse} reads back, without a line feed. */
  default String text() {
    return JsonLineWriter.write(EventLineParser.typeOf(this), event());
  }
}
