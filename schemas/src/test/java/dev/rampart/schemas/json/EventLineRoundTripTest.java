package dev.rampart.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.UserEventKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.WithNull;

class EventLineRoundTripTest {
  private static final long LAST_MILLISECOND = 253_402_300_799_999L;

  @Property(tries = 300)
  void shouldReadBackEveryMessage(
      @ForAll("texts") String text,
      @ForAll @WithNull String guild,
      @ForAll List<String> mentions,
      @ForAll @LongRange(max = LAST_MILLISECOND) long time) {
    MessageEvent message =
        MessageEvent.newBuilder()
            .setMessageId(text)
            .setAuthorId("a")
            .setContent(text)
            .setGuildId(guild)
            .setMentions(mentions)
            .setSentAt(Instant.ofEpochMilli(time))
            .build();
    assertReadBack(new EventLine.Message(message));
  }

  @Property(tries = 100)
  void shouldReadBackEveryUserEvent(
      @ForAll UserEventKind kind,
      @ForAll("texts") String user,
      @ForAll @LongRange(max = LAST_MILLISECOND) long time,
      @ForAll boolean dated) {
    UserEvent event =
        UserEvent.newBuilder()
            .setEventId("e")
            .setUserId(user)
            .setKind(kind)
            .setAccountCreatedAt(dated ? Instant.ofEpochMilli(time / 2) : null)
            .setOccurredAt(Instant.ofEpochMilli(time))
            .build();
    assertReadBack(new EventLine.User(event));
  }

  @Property(tries = 100)
  void shouldReadBackEveryVerdict(
      @ForAll FeedbackOutcome outcome, @ForAll long high, @ForAll long low, @ForAll boolean named) {
    Feedback feedback =
        Feedback.newBuilder()
            .setFeedbackId("f")
            .setActionId(named ? new UUID(high, low) : null)
            .setSubjectId("s")
            .setOutcome(outcome)
            .setDecidedAt(Instant.EPOCH)
            .build();
    assertReadBack(new EventLine.Verdict(feedback));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMaxLength(60);
  }

  private static void assertReadBack(EventLine line) {
    assertThat(line.text()).doesNotContain("\n", "\r");
    assertThat(EventLine.parse(line.text())).isEqualTo(line);
  }
}
