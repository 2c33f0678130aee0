package dev.rampart.ops.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecentCountsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:05Z");

  private final RecentCounts counts = new RecentCounts(Clock.fixed(NOW, ZoneOffset.UTC));

  private void add(Decision decision, Duration ago) {
    decision.setDecidedAt(NOW.minus(ago));
    counts.add(DecisionHead.of(decision));
  }

  @Test
  void shouldCountTheLastMinuteAndTheLastHour() {
    add(Decisions.calm("m1", "ada"), Duration.ZERO);
    add(Decisions.calm("m2", "ada"), Duration.ofSeconds(40));
    add(Decisions.calm("m3", "ada"), Duration.ofMinutes(5));
    add(Decisions.calm("m4", "ada"), Duration.ofMinutes(59));
    add(Decisions.calm("m5", "ada"), Duration.ofHours(2));

    assertThat(counts.lastMinute()).isEqualTo(2);
    assertThat(counts.lastHour()).isEqualTo(4);
  }

  @Test
  void shouldCountActionsByPolicyKindAndModeWithoutReversals() {
    EnforcementAction mute = Decisions.action("a", "ada", "spam", ActionKind.MUTE, PolicyMode.LIVE);
    add(Decisions.acting("m1", "ada", mute), Duration.ofSeconds(5));
    add(Decisions.acting("m2", "ada", mute), Duration.ofMinutes(10));
    add(Decisions.acting("f1", "ada", Decisions.reversal("r", mute)), Duration.ofSeconds(1));

    assertThat(counts.actions())
        .containsExactly(new ActionCount("spam", ActionKind.MUTE, PolicyMode.LIVE, 1, 2));
  }

  @Test
  void shouldUseAStepAgainAfterAnHour() {
    TimeSeries series = new TimeSeries();
    long step = Duration.ofSeconds(10).toMillis();
    series.add(0, 0);
    series.add(361 * step, 361 * step);

    assertThat(series.within(Duration.ofHours(1), Instant.ofEpochMilli(361 * step))).isEqualTo(1);
  }
}
