package dev.rampart.actions.backtest;

import dev.rampart.actions.document.Budget;
import dev.rampart.actions.restraint.Entities;
import dev.rampart.schemas.ControlKind;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When the budget of a policy is spent, in each window of event time in which it is. A budget is a
 * hard bound here: what comes a millisecond after its last action is restrained. Immutable.
 */
public final class BudgetTrips {
  private final String policy;
  private final Optional<Budget> budget;
  private final TreeMap<Long, Long> spentAt;

  private BudgetTrips(String policy, Optional<Budget> budget, Map<Long, Long> spentAt) {
    this.policy = policy;
    this.budget = budget;
    this.spentAt = new TreeMap<>(spentAt);
  }

  /** It is never spent. */
  public static BudgetTrips none(String policy, Optional<Budget> budget) {
    return new BudgetTrips(policy, budget, Map.of());
  }

  /** The same budget, as it is spent by actions that were counted under these trips. */
  public BudgetTrips after(Collection<BudgetTimes> counted) {
    BudgetTimes all = times();
    counted.forEach(all::add);
    return new BudgetTrips(policy, budget, all.spentAt());
  }

  /** A counter of this budget; counts nothing where there is none. */
  public BudgetTimes times() {
    return new BudgetTimes(policy, budget);
  }

  /** Whether there is a budget at all. */
  public boolean isBounded() {
    return budget.isPresent();
  }

  /** Whether it is never spent. */
  public boolean isEmpty() {
    return spentAt.isEmpty();
  }

  /**
   * Name of the restraint that follows for an event of this time; empty for none. A policy that
   * goes back to shadow is stopped {@link Budget#SWITCH_IN} after its last action, for ever.
   */
  public Optional<String> restraintAt(long eventTime) {
    return spentAt.isEmpty() || eventTime <= spentAt.firstEntry().getValue()
        ? Optional.empty()
        : budget.flatMap(bound -> restraint(bound, eventTime));
  }

  private Optional<String> restraint(Budget bound, long eventTime) {
    if (bound.toShadow()) {
      long stopped = spentAt.firstEntry().getValue() + Budget.SWITCH_IN.toMillis();
      return Optional.of(
          name(eventTime < stopped ? ControlKind.BUDGET_TRIPPED : ControlKind.KILL_SWITCH));
    }
    Long last = spentAt.get(BudgetTimes.window(bound, eventTime));
    return last == null || eventTime <= last
        ? Optional.empty()
        : Optional.of(name(ControlKind.BUDGET_TRIPPED));
  }

  private String name(ControlKind kind) {
    return kind.name() + "/" + Entities.policy(policy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BudgetTrips trips
        && policy.equals(trips.policy)
        && budget.equals(trips.budget)
        && spentAt.equals(trips.spentAt);
  }

  @Override
  public int hashCode() {
    return spentAt.hashCode();
  }
}
