package dev.rampart.ops.policies;

import dev.rampart.actions.document.Budget;
import dev.rampart.actions.guard.BudgetCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the guard of the policies counts. Only the instance that watches moves these numbers; those
 * of budgets read 0 on an instance that watches no more. Safe for use by many threads.
 */
final class GuardMeters {
  private final MeterRegistry meters;
  private final Counter failures;
  private final Map<String, Known> budgets = new ConcurrentHashMap<>();
  private final Map<String, Alarms> alarms = new ConcurrentHashMap<>();
  private volatile boolean watching;

  /** What is counted of a policy's rate. */
  private record Alarms(Counter high, Counter low) {}

  /** A budget and how much of it is used. */
  private record Known(BudgetCounter.Level level, Budget budget) {}

  GuardMeters(MeterRegistry meters) {
    this.meters = meters;
    this.failures =
        Counter.builder("rampart.guard.failures")
            .description("Times that the guard of the policies failed and started again")
            .register(meters);
    Gauge.builder("rampart.guard.watching", this, guard -> guard.watching ? 1 : 0)
        .description("1 on the instance whose guard watches the policies, else 0")
        .register(meters);
  }

  /** This instance begins or ceases to watch. */
  void watches(boolean now) {
    watching = now;
    budgets.clear();
  }

  /** The guard failed and starts again. */
  void failed() {
    failures.increment();
  }

  /** A policy acts: from now on it is known that its rate may become abnormal. */
  void acts(String policy) {
    var unused = alarms(policy);
  }

  /** An action counted against a budget. */
  void used(String policy, BudgetCounter.Level level, Budget budget) {
    if (budgets.put(policy, new Known(level, budget)) == null) {
      show(policy);
    }
  }

  /** A budget is spent. */
  void tripped(String policy) {
    trips(policy).increment();
  }

  /** The rate of a policy is abnormal. */
  void alarmed(String policy, boolean high) {
    Alarms known = alarms(policy);
    (high ? known.high() : known.low()).increment();
  }

  private Alarms alarms(String policy) {
    return alarms.computeIfAbsent(
        policy, first -> new Alarms(alarm(first, "high"), alarm(first, "low")));
  }

  private Counter alarm(String policy, String direction) {
    return Counter.builder("rampart.rate.alarms")
        .description("Minutes in which a policy acted abnormally often or seldom")
        .tag("policy", policy)
        .tag("direction", direction)
        .register(meters);
  }

  private Counter trips(String policy) {
    return Counter.builder("rampart.budgets.tripped")
        .description("Times that the budget of a policy was spent")
        .tag("policy", policy)
        .register(meters);
  }

  private void show(String policy) {
    var unused = trips(policy);
    Gauge.builder("rampart.budget.used", this, guard -> guard.used(policy))
        .description("Actions counted in the present window of a policy's budget, 0 or more")
        .baseUnit("actions")
        .tag("policy", policy)
        .register(meters);
    Gauge.builder("rampart.budget.limit", this, guard -> guard.limit(policy))
        .description("Actions that a policy's budget allows in a window, 1 or more; 0 for none")
        .baseUnit("actions")
        .tag("policy", policy)
        .register(meters);
  }

  private double used(String policy) {
    Known known = budgets.get(policy);
    return known == null || known.level().until() <= System.currentTimeMillis()
        ? 0
        : known.level().actions();
  }

  private double limit(String policy) {
    Known known = budgets.get(policy);
    return known == null ? 0 : known.budget().actions();
  }
}
