package dev.rampart.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.Samples;
import dev.rampart.schemas.UserEvent;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.schemas.json.EventLineException.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLineTest {
  private static final String MINIMAL =
      """
      {"type": "message", "message_id": "m", "author_id": "a", "content": "hi", "sent_at": "2026-11-21T10:15:30Z"}""";

  @Test
  void shouldFillWhatIsLeftOutWithTheDefaultsOfTheContract() {
    MessageEvent expected =
        MessageEvent.newBuilder()
            .setMessageId("m")
            .setAuthorId("a")
            .setContent("hi")
            .setSentAt(Instant.parse("2026-11-21T10:15:30Z"))
            .build();

    assertThat(EventLine.parse(MINIMAL)).isEqualTo(new EventLine.Message(expected));
  }

  @Test
  void shouldNotShareDefaultsBetweenLines() {
    ((MessageEvent) EventLine.parse(MINIMAL).event()).getMentions().add("u");

    assertThat(((MessageEvent) EventLine.parse(MINIMAL).event()).getMentions()).isEmpty();
  }

  @Test
  void shouldTellTheThreeInputsApartWhereverTheTypeStands() {
    UserEvent user =
        (UserEvent)
            EventLine.parse(
                    """
                    {"event_id": "e", "user_id": "u", "kind": "JOIN_GUILD", "occurred_at": 0, "type": "user"}""")
                .event();
    EventLine verdict =
        EventLine.parse(
            """
            {"type": "feedback", "feedback_id": "f", "event_id": "e", "subject_id": "s", "outcome": "LABELLED",
             "label": "spam", "decided_at": "2026-11-21T11:00:00+01:00"}""");

    assertThat(user.getKind()).isEqualTo(UserEventKind.JOIN_GUILD);
    assertThat(user.getOccurredAt()).isEqualTo(Instant.EPOCH);
    assertThat(verdict.key()).isEqualTo("s");
    assertThat(((Feedback) verdict.event()).getDecidedAt())
        .isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
  }

  @Test
  void shouldReadBackWhatItWrites() {
    for (EventLine line :
        List.of(
            new EventLine.Message(Samples.message()),
            new EventLine.User(Samples.user()),
            new EventLine.Verdict(Samples.feedback()))) {
      assertThat(EventLine.parse(line.text())).isEqualTo(line);
    }
  }

  @Test
  void shouldListEveryProblemAtOnce() {
    EventLineException refused =
        refused(
            """
            {"type": "message", "message_id": 7, "author_id": null, "content": ["secret"], "colour": "red",
             "sent_at": "yesterday", "mentions": ["a", 3], "reply_to": false}""");

    assertThat(refused.problems())
        .extracting(Problem::field)
        .containsExactly(
            "message_id", "author_id", "content", "sent_at", "mentions[1]", "reply_to", "colour");
    assertThat(refused)
        .hasMessageContaining("message_id: found 7; allowed: a text")
        .hasMessageContaining("sent_at: found \"yesterday\"; allowed: a time, ISO-8601 or epoch")
        .hasMessageContaining("reply_to: found false; allowed: a text, or null")
        .hasMessageContaining("attachment_hashes, author_id, channel_id");
  }

  @Test
  void shouldNameARequiredFieldThatIsMissing() {
    assertThat(refused("{\"type\": \"message\", \"message_id\": \"m\"}").problems())
        .extracting(Problem::toString)
        .containsExactly(
            "author_id: found nothing; allowed: a text (required)",
            "content: found nothing; allowed: a text (required)",
            "sent_at: found nothing; allowed: a time, ISO-8601 or epoch milliseconds (required)");
  }

  @Test
  void shouldListTheSymbolsOfAnEnum() {
    assertThat(
            refused(
                """
                {"type": "user", "event_id": "e", "user_id": "u", "kind": "sign_up", "occurred_at": 0}"""))
        .hasMessageContaining("kind: found \"sign_up\"; allowed: one of UNKNOWN, SIGN_UP, LOGIN");
  }

  @Test
  void shouldCutOffWhatItQuotes() {
    String found = refused("{\"type\": \"" + "x".repeat(500) + "\"}").problems().get(0).found();

    assertThat(found).hasSize(80).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "[]",
        "\"secret\"",
        "secret",
        "{\"content\": \"secret",
        "{\"content\": secret}",
        "{\"content\": \"secret\"} {}",
        "{\"content\": \"secret\", \"content\": \"secret\"}",
        "{\"type\": \"message\", \"content\": {\"secret\": 1}}",
        "{\"type\": \"message\", \"content\": 5318008}"
      })
  void shouldRefuseABrokenLineWithoutQuotingContent(String line) {
    assertThatThrownBy(() -> EventLine.parse(line))
        .isInstanceOf(EventLineException.class)
        .hasMessageNotContainingAny("secret", "5318008")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "1.5",
        "99999999999999999999",
        "253402300800000",
        "\"2026-11-21\"",
        "\"+12026-11-21T00:00:00Z\"",
        "true",
        "null"
      })
  void shouldRefuseATimeThatIsNone(String time) {
    assertThat(refused(MINIMAL.replace("\"2026-11-21T10:15:30Z\"", time)).problems())
        .extracting(Problem::field)
        .containsExactly("sent_at");
  }

  @Test
  void shouldRefuseAnIdThatIsNoUuid() {
    String line = new EventLine.Verdict(Samples.feedback()).text();

    assertThat(refused(line.replace(Samples.uuid("action").toString(), "1-1-1-1-1")).problems())
        .containsExactly(new Problem("action_id", "\"1-1-1-1-1\"", "a UUID, or null"));
  }

  private static EventLineException refused(String line) {
    EventLineException refused =
        catchThrowableOfType(EventLineException.class, () -> EventLine.parse(line));
    assertThat(refused).isNotNull();
    return refused;
  }
}
