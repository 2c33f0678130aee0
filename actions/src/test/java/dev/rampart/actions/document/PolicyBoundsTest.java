package dev.rampart.actions.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyBoundsTest {
  private static final String GOOD =
      """
      policy: spam
      version: 1
      state: live
      thresholds:
        links: {value: 5, min: 1, max: 100}
      overrides:
        - {guild: [g-1, g-2], locale: [de], thresholds: {links: 9}}
      allow:
        - {user: u-9, reason: "our own bot"}
        - {guild: g-9, until: 2026-11-21T13:00:00Z}
      budget: {actions: 100, window: PT1H, then: shadow}
      abnormal_rate: shadow
      review_sample: 0.05
      rules:
        - id: burst
          when: event.link_count > threshold.links
      """;

  private static PolicyDocument good() throws PolicyException {
    return PolicyDocument.parse("spam.yml", GOOD);
  }

  @Test
  void shouldReadWhatHoldsAPolicyInBounds() throws PolicyException {
    Guardrails guardrails = good().guardrails();

    assertThat(guardrails.budget()).contains(new Budget(100, Duration.ofHours(1), true));
    assertThat(guardrails.abnormalRate()).isEqualTo(Guardrails.AbnormalRate.SHADOW);
    assertThat(guardrails.reviewSample()).isEqualTo(0.05);
  }

  @Test
  void shouldSpareWhomTheListNamesUntilItsTime() throws PolicyException {
    AllowList allowed = good().allowed();
    FakeEvent ofTheGuild = FakeEvent.message().with(EventField.GUILD_ID, "g-9");

    assertThat(allowed.spares(FakeEvent.message())).isFalse();
    assertThat(allowed.spares(FakeEvent.message().with(EventField.AUTHOR_ID, "u-9"))).isTrue();
    assertThat(allowed.spares(ofTheGuild)).isTrue();
    ofTheGuild.with(EventField.TIME, Instant.parse("2026-11-21T13:00:00Z"));
    assertThat(allowed.spares(ofTheGuild)).isFalse();
  }

  @Test
  void shouldOverrideForEventsThatFitEveryField() throws PolicyException {
    ThresholdOverride override = good().overrides().get(0);
    FakeEvent event = FakeEvent.message().with(EventField.GUILD_ID, "g-2");

    assertThat(override.holdsFor(event)).isFalse();
    assertThat(override.holdsFor(event.with(EventField.LOCALE, "de-AT"))).isTrue();
    assertThat(override.holdsFor(event.with(EventField.LOCALE, "den"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          links: 9 | links: 101 | overrides[0].thresholds.links: found '101', allowed a number from 1 to 100
          links: 9 | lunks: 9 | overrides[0].thresholds.lunks: unknown threshold, allowed links
          guild: [g-1, g-2], locale: [de], | `` | found for every event, allowed with one or more of surface, guild, locale, age_group
          [g-1, g-2] | [] | overrides[0].guild: found an empty list, allowed one or more values
          user: u-9 | user: u-9, channel: c | allow[0].user: found 2 of user, guild, channel, allowed one
          2026-11-21T13:00:00Z | tomorrow | allow[1].until: found 'tomorrow', allowed a time in UTC, 2026-12-01T00:00:00Z for instance
          window: PT1H | window: P2D | budget.window: found PT48H, allowed for a budget is PT10S to P1D
          actions: 100 | actions: 0 | budget.actions: found '0', allowed a whole number from 1
          then: shadow | then: panic | budget.then: found 'panic', allowed review, shadow
          abnormal_rate: shadow | abnormal_rate: loud | abnormal_rate: found 'loud', allowed ignore, alarm, shadow
          review_sample: 0.05 | review_sample: 5 | review_sample: found '5', allowed a number from 0 to 1
          """)
  void shouldSayWhatIsWrongWithABound(String from, String to, String expected) {
    assertThatThrownBy(() -> PolicyDocument.parse("spam.yml", GOOD.replace(from, to)))
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith("1 problem")
        .hasMessageContaining(expected);
  }
}
