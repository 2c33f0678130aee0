package dev.rampart.actions.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.event.Standing;
import dev.rampart.schemas.PolicyMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  private static final String POLICY =
      """
      policy: pace
      version: 1
      state: live
      thresholds:
        pace: {value: %s, min: 0, max: 100}
      overrides:
        - {surface: [direct], thresholds: {pace: 7}}
        - {guild: [g-2], thresholds: {pace: 9}}
      allow:
        - {user: friend}
      rules:
        - id: quick
          when: features.pace >= threshold.pace && event.link_count < 3
          actions: [{kind: warn}]
      """;

  private static PolicySet policies(double threshold) throws PolicyException {
    return PolicySet.of(
        List.of(PolicyDocument.parse("pace.yml", POLICY.formatted(threshold))),
        new PolicyVocabulary(List.of("pace"), List.of()));
  }

  private static Verdict verdict(PolicySet policies, FakeEvent event, double pace) {
    return policies.evaluate(event, new double[] {pace}, new float[] {}, Standing.CLEAN);
  }

  private static boolean acts(PolicySet policies, FakeEvent event, double pace) {
    return !verdict(policies, event, pace).intents().isEmpty();
  }

  @Property(tries = 100)
  void shouldNeverAddAnActionWhenAThresholdIsRaised(
      @ForAll @DoubleRange(min = 0, max = 100) double one,
      @ForAll @DoubleRange(min = 0, max = 100) double other,
      @ForAll @DoubleRange(min = 0, max = 100) double pace,
      @ForAll @IntRange(max = 5) int links)
      throws PolicyException {
    FakeEvent event = FakeEvent.message().with(EventField.LINK_COUNT, (long) links);
    boolean raised = acts(policies(Math.max(one, other)), event, pace);

    if (raised) {
      assertThat(acts(policies(Math.min(one, other)), event, pace)).isTrue();
    }
  }

  @Test
  void shouldUseTheFirstOverrideThatHolds() throws PolicyException {
    PolicySet policies = policies(5);
    FakeEvent event = FakeEvent.message();
    assertThat(acts(policies, event, 5)).isTrue();

    event.with(EventField.GUILD_ID, "g-2");
    assertThat(acts(policies, event, 8)).isFalse();
    assertThat(acts(policies, event, 9)).isTrue();

    event.with(EventField.SURFACE, "direct");
    assertThat(acts(policies, event, 6)).isFalse();
    assertThat(acts(policies, event, 7)).isTrue();
  }

  @Test
  void shouldOnlyRecordWhatAnAllowedSubjectDoes() throws PolicyException {
    Verdict verdict =
        verdict(policies(5), FakeEvent.message().with(EventField.AUTHOR_ID, "friend"), 50);

    assertThat(verdict.matches()).extracting(RuleMatch::mode).containsExactly(PolicyMode.SHADOW);
  }
}
