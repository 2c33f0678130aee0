package dev.rampart.actions.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.Budget;
import dev.rampart.actions.guard.BudgetCounter;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BudgetTripsTest {
  private static final Budget THREE = new Budget(3, Duration.ofMinutes(1), false);

  private static DecidedAction action(String policy, ActionKind kind, PolicyMode mode, long time) {
    return new DecidedAction(
        new UUID(0, time),
        "m-" + time,
        new RuleMatch(policy, 1, "rule", mode),
        SubjectType.USER,
        "u-1",
        "u-1",
        kind,
        Map.of(),
        List.of(),
        "",
        Instant.ofEpochMilli(time),
        null,
        null);
  }

  private static DecidedAction mute(long time) {
    return action("spam", ActionKind.MUTE, PolicyMode.LIVE, time);
  }

  private static BudgetTrips trips(Budget budget, List<Long> times) {
    BudgetTrips none = BudgetTrips.none("spam", Optional.of(budget));
    BudgetTimes one = none.times();
    BudgetTimes other = none.times();
    times.forEach(time -> (time % 2 == 0 ? one : other).count(mute(time)));
    return none.after(List.of(one, other));
  }

  /**
   * Whatever thread counts an action, and in whatever order, a budget is spent when it is spent.
   */
  @Property(tries = 200)
  void shouldBeSpentWhenTheGuardSaysSo(
      @ForAll @Size(max = 40) List<@IntRange(max = 300_000) Integer> times) {
    List<Long> rising = new ArrayList<>(times.stream().map(Long::valueOf).sorted().toList());
    BudgetCounter guard = new BudgetCounter();
    List<Long> spentAt =
        rising.stream()
            .flatMap(time -> guard.count("spam", THREE, time).stream())
            .map(BudgetCounter.Spent::spentAt)
            .toList();
    Collections.shuffle(rising, new java.util.Random(1));

    BudgetTrips trips = trips(THREE, rising);

    assertThat(trips.isEmpty()).isEqualTo(spentAt.isEmpty());
    for (long spent : spentAt) {
      assertThat(trips.restraintAt(spent)).isEmpty();
      if ((spent + 1) % 60_000 != 0) {
        assertThat(trips.restraintAt(spent + 1)).contains("BUDGET_TRIPPED/policy:spam");
      }
    }
  }

  @Example
  void shouldHoldUntilItsWindowEnds() {
    BudgetTrips trips = trips(THREE, List.of(10L, 20L, 30L, 40L, 60_001L));

    assertThat(trips.restraintAt(30)).isEmpty();
    assertThat(trips.restraintAt(31)).isPresent();
    assertThat(trips.restraintAt(59_999)).isPresent();
    assertThat(trips.restraintAt(60_000)).isEmpty();
  }

  @Example
  void shouldStopForEverWhatGoesBackToShadow() {
    Budget shadow = new Budget(3, Duration.ofMinutes(1), true);

    BudgetTrips trips = trips(shadow, List.of(10L, 20L, 30L));

    assertThat(trips.restraintAt(31)).contains("BUDGET_TRIPPED/policy:spam");
    assertThat(trips.restraintAt(530)).contains("KILL_SWITCH/policy:spam");
    assertThat(trips.restraintAt(600_000)).contains("KILL_SWITCH/policy:spam");
  }

  @Example
  void shouldCountOnlyWhatIsDone() {
    BudgetTrips none = BudgetTrips.none("spam", Optional.of(THREE));
    BudgetTimes times = none.times();
    for (int i = 0; i < 5; i++) {
      times.count(action("spam", ActionKind.REVIEW, PolicyMode.LIVE, i));
      times.count(action("spam", ActionKind.MUTE, PolicyMode.SHADOW, i));
      times.count(action("raid", ActionKind.MUTE, PolicyMode.LIVE, i));
    }

    assertThat(none.after(List.of(times)).isEmpty()).isTrue();
    assertThat(BudgetTrips.none("spam", Optional.empty()).isBounded()).isFalse();
  }
}
