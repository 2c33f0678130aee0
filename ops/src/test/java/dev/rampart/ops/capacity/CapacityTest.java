package dev.rampart.ops.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CapacityTest {
  private static final Platform LARGE = new Platform(150_000_000, 0.4, 25, 0.2, 2.5, 0.002);
  private static final EventCost COST = EventCost.measured();
  private static final Sizing SIZING = new Sizing(0.5, 4, 1, 1, 3, 7, 10, 300);

  @Test
  void shouldNeedOneCoreForFiveThousandEventsASecond() {
    Platform platform = new Platform(432_000_000, 1, 1, 0, 1.2, 0);

    CapacityPlan plan = CapacityPlan.of(platform, COST, new Sizing(0.5, 1, 0, 0, 1, 1, 10, 300));

    assertThat(plan.averageRate()).isEqualTo(5_000);
    assertThat(plan.cores()).isEqualTo(5_000 * 1.2 * 66e-6 / 0.5, within(1e-9));
    assertThat(plan.instances()).isEqualTo(1);
  }

  @Test
  void shouldHaveADayWhoseRateIsOneOnAverageAndThePeakAtNoon() {
    DayCurve curve = new DayCurve(2.5);
    double sum = 0;
    for (int minute = 0; minute < 1_440; minute++) {
      sum += curve.at((minute + 0.5) / 1_440);
    }

    assertThat(sum / 1_440).isEqualTo(1, within(1e-6));
    assertThat(curve.at(0.5)).isEqualTo(2.5);
    assertThat(curve.at(0)).isLessThan(0.31);
  }

  @Test
  void shouldPassAHardDayWithTheSizeThatItPlans() {
    CapacityPlan plan = CapacityPlan.of(LARGE, COST, SIZING);

    SimulatedDay.Report day = new SimulatedDay(LARGE, COST, SIZING, plan, 0.3, 1).run();

    assertThat(day.catchUpSeconds()).isBetween(SIZING.failOverSeconds() - 1, 120);
    assertThat(day.longestWaitSeconds()).isGreaterThanOrEqualTo(SIZING.failOverSeconds() - 1);
    assertThat(day.delayedShare()).isLessThan(0.001);
  }

  @Test
  void shouldSayThatOneThatIsTooSmallNeverCatchesUp() {
    CapacityPlan plan = CapacityPlan.of(LARGE, COST, SIZING);
    EventCost dear =
        new EventCost(COST.coreMicros() * 12, COST.streamMicros() * 12, 900, 2_200, 960);

    SimulatedDay.Report day = new SimulatedDay(LARGE, dear, SIZING, plan, 0.3, 1).run();

    assertThat(day.catchUpSeconds()).isEqualTo(-1);
  }

  @Test
  void shouldShowThatAnAccountPastOneThreadHoldsItsPartitionUp() {
    Platform hot = new Platform(150_000_000, 0.4, 25, 0.2, 2.5, 0.7);
    CapacityPlan plan = CapacityPlan.of(hot, COST, SIZING);

    SimulatedDay.Report day = new SimulatedDay(hot, COST, SIZING, plan, 0, 1).run();

    assertThat(day.delayedShare()).isGreaterThan(0.3);
  }
}
