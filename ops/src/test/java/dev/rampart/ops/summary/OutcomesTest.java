package dev.rampart.ops.summary;

import static dev.rampart.ops.summary.Samples.action;
import static dev.rampart.ops.summary.Samples.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.community.AbuseKind;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private final Outcomes outcomes = new Outcomes(Optional.empty());

  @Test
  void shouldCountWhatIsMissingAndWhatCameTwice() {
    outcomes.onDecision(decision("a"), 10);
    outcomes.onDecision(decision("b"), 20);
    outcomes.onDecision(decision("b"), 30);
    outcomes.onDeadLetter(new ConsumerRecord<>("d", 0, 0, null, new byte[0]));
    Summary summary = outcomes.summary(6, 1, 2, System.nanoTime());
    assertThat(summary.decisions()).isEqualTo(3);
    assertThat(summary.missing()).isEqualTo(2);
    assertThat(summary.decidedTwice()).isEqualTo(1);
    assertThat(summary.complete()).isFalse();
    assertThat(outcomes.accounted()).isEqualTo(3);
  }

  @Test
  void shouldBeCompleteWhenEveryEventWasDecidedOnce() {
    outcomes.onDecision(decision("a"), 10);
    assertThat(outcomes.summary(1, 0, 0, System.nanoTime()).complete()).isTrue();
  }

  @Test
  void shouldCountActionsByKind() {
    outcomes.onAction(action("a", "spam", ActionKind.HIDE));
    outcomes.onAction(action("b", "spam", ActionKind.HIDE));
    outcomes.onAction(action("c", "spam", ActionKind.BAN));
    assertThat(outcomes.summary(0, 0, 0, 0).actions()).isEqualTo(Map.of("HIDE", 2L, "BAN", 1L));
  }

  @Test
  void shouldGiveLatencyPercentiles() {
    for (int event = 1; event <= 100; event++) {
      outcomes.onDecision(decision("e" + event), event);
    }
    assertThat(outcomes.summary(100, 0, 0, 0).latencyMs())
        .isEqualTo(new Summary.Latency(50, 95, 99));
  }

  @Test
  void shouldHoldPoliciesAgainstTheTruth() {
    Community community = new Community(new CommunitySettings(1, 2_000, Instant.now()));
    List<CommunityEvent> events = new ArrayList<>();
    community.forEachRemaining(events::add);
    Quality quality = new Quality(community.truth(), Map.of("spam", Set.of(AbuseKind.SPAM_WAVE)));
    Outcomes judged = new Outcomes(Optional.of(quality));
    List<String> spam = ids(events, AbuseKind.SPAM_WAVE);
    List<String> fine = ids(events, AbuseKind.NONE);
    judged.onDecision(decision(spam.get(0), "spam", PolicyMode.LIVE), 1);
    judged.onDecision(decision(spam.get(1), "spam", PolicyMode.SHADOW), 1);
    judged.onAction(action(spam.get(0), "spam", ActionKind.HIDE));
    judged.onAction(action(fine.get(0), "spam", ActionKind.HIDE));
    judged.onAction(action("stranger", "spam", ActionKind.HIDE));
    Summary summary = judged.summary(events.size(), 0, 0, 0);
    assertThat(summary.policies()).containsEntry("spam", new PolicyQuality(2, 1, spam.size()));
    assertThat(summary.precision()).containsEntry("spam", 0.5).containsEntry("any", 0.5);
    assertThat(summary.recall()).containsKeys("spam", "any");
  }

  @Test
  void shouldLeaveOutThePrecisionOfAPolicyThatFlaggedNothing() {
    Community community = new Community(new CommunitySettings(1, 10, Instant.now()));
    Outcomes silent = new Outcomes(Optional.of(new Quality(community.truth(), Map.of())));
    assertThat(silent.summary(0, 0, 0, 0).precision()).isEmpty();
  }

  private static List<String> ids(List<CommunityEvent> events, AbuseKind kind) {
    return events.stream()
        .filter(event -> event.truth() == kind)
        .map(CommunityEvent::eventId)
        .toList();
  }
}
