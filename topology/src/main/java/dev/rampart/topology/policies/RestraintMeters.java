package dev.rampart.topology.policies;

import dev.rampart.actions.restraint.RestraintBook;
import dev.rampart.schemas.ControlKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows how many facts keep policies from acting now, as this instance knows them. */
public final class RestraintMeters {
  private RestraintMeters() {}

  /** Registers the gauges {@code rampart.restraints}, one a kind. */
  public static void show(RestraintBook restraints, MeterRegistry meters) {
    show(restraints, ControlKind.KILL_SWITCH, "kill-switch", meters);
    show(restraints, ControlKind.SNOOZE, "snooze", meters);
    show(restraints, ControlKind.BUDGET_TRIPPED, "budget-tripped", meters);
  }

  private static void show(
      RestraintBook restraints, ControlKind kind, String spelling, MeterRegistry meters) {
    Gauge.builder(
            "rampart.restraints",
            restraints,
            book -> book.current().count(kind, System.currentTimeMillis()))
        .description("Facts that keep policies from acting now, 0 or more")
        .tag("kind", spelling)
        .register(meters);
  }
}
