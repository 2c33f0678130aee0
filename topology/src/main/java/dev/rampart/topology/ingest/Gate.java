package dev.rampart.topology.ingest;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Amendment;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.deadletters.Cause;
import dev.rampart.topology.event.FeedbackInput;
import dev.rampart.topology.event.FindingInput;
import dev.rampart.topology.event.HeaderSize;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.UserInput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Checks an event against the limits. Times are held against the time of the Kafka record and not
 * against this machine's clock, so that a replay of the log rejects the same events.
 *
 * <p>Stateless; any thread.
 */
final class Gate {
  private final IngestLimits limits;

  Gate(IngestLimits limits) {
    this.limits = limits;
  }

  /** Checks the size of a value before anything is decoded. */
  void checkSize(byte[] value) {
    if (value.length > limits.recordBytes()) {
      throw new Rejection(
          Cause.TOO_LARGE,
          "the record has %d bytes, allowed are %d".formatted(value.length, limits.recordBytes()));
    }
  }

  /** Checks the size of a record's headers, which everything that comes of it carries on. */
  static void checkHeaders(Headers headers) {
    long bytes = HeaderSize.of(headers);
    if (bytes > HeaderSize.MOST) {
      throw new Rejection(
          Cause.TOO_LARGE,
          "the headers have %d bytes, allowed are %d".formatted(bytes, HeaderSize.MOST));
    }
  }

  /** Lets the event pass or throws {@link Rejection}. */
  void check(InputEvent event) {
    checkId("event id", event.eventId());
    checkId("account id", event.accountId());
    checkKey(event);
    checkTime(event);
    if (event instanceof MessageInput message) {
      checkMessage(message.message());
    } else if (event instanceof FeedbackInput feedback) {
      checkFeedback(feedback.feedback());
    } else if (event instanceof UserInput user) {
      checkOptionalId("guild_id", user.guildId());
    } else if (event instanceof FindingInput finding) {
      checkAmendment(finding.finding().getAmendment());
    }
  }

  private void checkKey(InputEvent event) {
    byte[] key = event.origin().key();
    if (key == null || !Arrays.equals(key, event.accountId().getBytes(StandardCharsets.UTF_8))) {
      throw new Rejection(
          Cause.KEY_MISMATCH,
          "the record's key %s, it must be the account id of the value"
              .formatted(key == null ? "is missing" : "differs"));
    }
  }

  private void checkTime(InputEvent event) {
    if (event.eventTime() < 0) {
      throw new Rejection(
          Cause.INVALID_FIELD, "the event's time lies before 1970, it must not be negative");
    }
    long ahead = event.eventTime() - event.origin().timestamp();
    if (ahead > limits.clockSkew().toMillis()) {
      throw new Rejection(
          Cause.IN_THE_FUTURE,
          "the event's time %s is %d s after its record's, allowed are %d s"
              .formatted(
                  Instant.ofEpochMilli(event.eventTime()),
                  ahead / 1000,
                  limits.clockSkew().toSeconds()));
    }
    if (!limits.maximumAge().isZero() && -ahead > limits.maximumAge().toMillis()) {
      throw new Rejection(
          Cause.TOO_OLD,
          "the event's time %s is %d s before its record's, allowed are %d s"
              .formatted(
                  Instant.ofEpochMilli(event.eventTime()),
                  -ahead / 1000,
                  limits.maximumAge().toSeconds()));
    }
  }

  private void checkMessage(MessageEvent message) {
    checkContent(message.getContent());
    checkOptionalId("channel_id", message.getChannelId());
    checkOptionalId("guild_id", message.getGuildId());
    checkOptionalId("recipient_id", message.getRecipientId());
    checkList("mentions", message.getMentions());
    checkList("attachment_hashes", message.getAttachmentHashes());
  }

  private void checkContent(String content) {
    if (content.length() <= limits.contentLength()) {
      return;
    }
    int codePoints = content.codePointCount(0, content.length());
    if (codePoints > limits.contentLength()) {
      throw new Rejection(
          Cause.TOO_LARGE,
          "content has %d characters, allowed are %d"
              .formatted(codePoints, limits.contentLength()));
    }
  }

  private void checkFeedback(Feedback feedback) {
    if ((feedback.getActionId() == null) == (feedback.getEventId() == null)) {
      throw new Rejection(
          Cause.INVALID_FIELD, "either action_id or event_id must be present, and not both");
    }
    if (feedback.getOutcome() == FeedbackOutcome.OVERTURNED && feedback.getActionId() == null) {
      throw new Rejection(
          Cause.INVALID_FIELD, "outcome OVERTURNED needs an action_id: it takes an action back");
    }
    if (feedback.getOutcome() == FeedbackOutcome.LABELLED && feedback.getLabel() == null) {
      throw new Rejection(Cause.INVALID_FIELD, "outcome LABELLED needs a label");
    }
  }

  /** An older reader sees UNKNOWN in the place of a kind that it does not know. */
  private static void checkAmendment(@Nullable Amendment amendment) {
    if (amendment != null
        && amendment.getActions().stream().anyMatch(a -> a.getKind() == ActionKind.UNKNOWN)) {
      throw new Rejection(
          Cause.INVALID_FIELD, "the amendment asks for an action of a kind that is not known here");
    }
  }

  private void checkList(String field, List<String> values) {
    if (values.size() > limits.listLength()) {
      throw new Rejection(
          Cause.TOO_LARGE,
          "%s has %d entries, allowed are %d".formatted(field, values.size(), limits.listLength()));
    }
    for (String value : values) {
      checkOptionalId(field, value);
    }
  }

  private void checkId(String field, String id) {
    if (id.isEmpty()) {
      throw new Rejection(Cause.INVALID_FIELD, field + " is empty, it must name one");
    }
    checkOptionalId(field, id);
  }

  private void checkOptionalId(String field, @Nullable String id) {
    if (id != null && id.length() > limits.idLength()) {
      throw new Rejection(
          Cause.INVALID_FIELD,
          "%s has %d characters, allowed are %d".formatted(field, id.length(), limits.idLength()));
    }
  }
}
