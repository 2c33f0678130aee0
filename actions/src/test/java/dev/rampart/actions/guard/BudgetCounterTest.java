package dev.rampart.actions.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.Budget;
import dev.rampart.actions.guard.BudgetCounter.Spent;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BudgetCounterTest {
  private static final Budget BUDGET = new Budget(3, Duration.ofSeconds(10), false);

  @Test
  void shouldTellOfTheLastActionOfAWindowOnce() {
    BudgetCounter counter = new BudgetCounter();

    assertThat(counter.count("spam", BUDGET, 20_000)).isEmpty();
    assertThat(counter.count("raid", BUDGET, 20_000)).isEmpty();
    assertThat(counter.count("spam", BUDGET, 29_999)).isEmpty();
    assertThat(counter.count("spam", BUDGET, 30_000)).isEmpty();
    assertThat(counter.count("spam", BUDGET, 25_000))
        .contains(new Spent("spam", BUDGET, 25_000, 30_000));
    assertThat(counter.count("spam", BUDGET, 26_000)).isEmpty();
  }

  @Test
  void shouldSayHowMuchOfTheNewestWindowIsUsed() {
    BudgetCounter counter = new BudgetCounter();

    assertThat(counter.level("spam", BUDGET).actions()).isZero();
    counter.count("spam", BUDGET, 21_000);
    counter.count("spam", BUDGET, 22_000);
    counter.count("spam", BUDGET, 11_000);
    assertThat(counter.level("spam", BUDGET)).isEqualTo(new BudgetCounter.Level(2, 30_000));
  }

  @Property(tries = 100)
  void shouldTripOnceForEachWindowThatIsFull(@ForAll @IntRange(min = 1, max = 60) int actions) {
    BudgetCounter counter = new BudgetCounter();
    int trips = 0;
    for (int i = 0; i < actions; i++) {
      Optional<Spent> spent = counter.count("spam", BUDGET, i * 1_000L);
      trips += spent.isPresent() ? 1 : 0;
    }

    assertThat(trips).isEqualTo((actions + 7) / 10);
  }
}
