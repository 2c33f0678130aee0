package dev.rampart.ops.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.UnrecordedFieldException;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventFacts;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoggedFactsTest {
  private static final MessageInput SOURCE =
      new MessageInput(
          MessageEvent.newBuilder()
              .setMessageId("m1")
              .setAuthorId("ada")
              .setChannelId("c")
              .setGuildId("g")
              .setContent("see http://a.example")
              .setSentAt(Instant.EPOCH)
              .build(),
          new Origin("messages", 0, 0, 0, null, null));

  private static Decision decision(EventType type, @Nullable EventFacts facts) {
    return Decision.newBuilder()
        .setEventId("m1")
        .setEventType(type)
        .setAuthorId("ada")
        .setGuildId("g")
        .setDecidedAt(Instant.EPOCH)
        .setEventTime(Instant.EPOCH)
        .setCatalogueVersion("1")
        .setSource(new SourcePosition("messages", 0, 0L))
        .setEvent(facts)
        .build();
  }

  private static EventFacts facts() {
    return EventFacts.newBuilder()
        .setKind("MESSAGE")
        .setContentLength(20)
        .setMentions(List.of("bob", "carol"))
        .setLinkCount(1)
        .build();
  }

  @Test
  void shouldSayWhatTheDecisionRecorded() {
    LoggedFacts event = new LoggedFacts(decision(EventType.MESSAGE, facts()), null);

    assertThat(event.value(EventField.TYPE)).isEqualTo("message");
    assertThat(event.value(EventField.CONTENT_LENGTH)).isEqualTo(20L);
    assertThat(event.value(EventField.MENTION_COUNT)).isEqualTo(2L);
    assertThat(event.value(EventField.RECIPIENT_ID)).isEqualTo("");
    assertThat(event.value(EventField.SURFACE)).isEqualTo("guild");
    assertThat(event.value(EventField.IS_DIRECT)).isEqualTo(false);
  }

  @Test
  void shouldSayThatATextWhichHasLeftItsTopicIsUnknownAndNotEmpty() {
    LoggedFacts event = new LoggedFacts(decision(EventType.MESSAGE, facts()), null);

    assertThatThrownBy(() -> event.value(EventField.CONTENT))
        .isInstanceOf(UnrecordedFieldException.class);
    assertThatThrownBy(() -> event.value(EventField.LISTED_LINK_COUNT))
        .isInstanceOf(UnrecordedFieldException.class);
  }

  @Test
  void shouldTakeTheTextFromTheMessageWhereItIsStillThere() {
    LoggedFacts event = new LoggedFacts(decision(EventType.MESSAGE, facts()), SOURCE);

    assertThat(event.value(EventField.CONTENT)).isEqualTo("see http://a.example");
    assertThat(event.value(EventField.LISTED_LINK_COUNT)).isEqualTo(0L);
  }

  @Test
  void shouldKnowNoFactsOfAnOldRelease() {
    LoggedFacts event = new LoggedFacts(decision(EventType.USER, null), null);

    assertThat(event.value(EventField.AUTHOR_ID)).isEqualTo("ada");
    assertThat(event.value(EventField.CONTENT)).isEqualTo("");
    assertThatThrownBy(() -> event.value(EventField.KIND))
        .isInstanceOf(UnrecordedFieldException.class);
  }

  @Test
  void shouldAnswerForEveryField() {
    LoggedFacts event = new LoggedFacts(decision(EventType.MESSAGE, facts()), SOURCE);

    for (EventField field : EventField.values()) {
      assertThat(event.value(field)).as(field.fieldName()).isNotNull();
    }
  }
}
