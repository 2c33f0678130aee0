package dev.rampart.actions.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventConditionTest {
  private static final FakeEvent EVENT =
      FakeEvent.message()
          .with(EventField.LINK_COUNT, 2L)
          .with(EventField.IS_DIRECT, true)
          .with(EventField.TIME, Instant.ofEpochSecond(72 * 3600 - 1))
          .with(EventField.CONTENT, "hello");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "event.link_count > 0 && event.type == \"message\"; true",
        "event.link_count >= 3 || event.is_direct; true",
        "!event.is_direct; false",
        "event.kind in [\"JOIN_GUILD\", \"MESSAGE\"]; true",
        "event.kind != \"MESSAGE\"; false",
        "event.content.startsWith(\"hell\"); true",
        "event.link_count + event.mention_count == 2; true",
        "event.time - event.account_created_at < duration(\"72h\"); true",
        "event.time - event.account_created_at > duration(\"72h\"); false",
        "event.domains[3] == \"a.com\"; false",
        "`` ; true",
      })
  void shouldBeMetByTheEventsThatItSays(String text, boolean met) throws RuleException {
    assertThat(EventCondition.compile(text).isMetBy(EVENT)).isEqualTo(met);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"account.strikes > 1.0", "features.age < 7.0", "event.nothing == 1", "event.kind"})
  void shouldNameNothingButFieldsOfTheEvent(String text) {
    assertThatThrownBy(() -> EventCondition.compile(text)).isInstanceOf(RuleException.class);
  }

  @Test
  void shouldRunComparisonsWithoutTheInterpreter() throws RuleException {
    Condition condition =
        RuleCompiler.ofEvents()
            .checkedCondition("event.type == \"message\" && event.link_count > 0");
    assertThat(condition).isInstanceOf(JunctionCondition.class);
    assertThat(condition.cost()).isLessThan(100);
  }
}
