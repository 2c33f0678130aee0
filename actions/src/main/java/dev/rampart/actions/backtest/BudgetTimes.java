package dev.rampart.actions.backtest;

import dev.rampart.actions.document.Budget;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The first actions of a policy in each window of its budget, as many as the budget has; in
 * whatever order they are counted. Confined to one thread; those of several are added up.
 */
public final class BudgetTimes {
  private final String policy;
  private final Optional<Budget> budget;
  private final Map<Long, PriorityQueue<Long>> first = new HashMap<>();

  BudgetTimes(String policy, Optional<Budget> budget) {
    this.policy = policy;
    this.budget = budget;
  }

  static long window(Budget budget, long eventTime) {
    long length = budget.window().toMillis();
    return Math.floorDiv(eventTime, length) * length;
  }

  /** Counts an action where it counts against the budget: done, and more than a review. */
  public void count(DecidedAction action) {
    if (budget.isPresent()
        && action.match().policy().equals(policy)
        && action.match().mode() != PolicyMode.SHADOW
        && action.kind() != ActionKind.REVIEW
        && action.reverses() == null) {
      count(budget.get(), action.issuedAt().toEpochMilli());
    }
  }

  private void count(Budget bound, long time) {
    PriorityQueue<Long> times =
        first.computeIfAbsent(
            window(bound, time), w -> new PriorityQueue<>(Comparator.<Long>reverseOrder()));
    times.add(time);
    if (times.size() > bound.actions()) {
      times.poll();
    }
  }

  void add(BudgetTimes other) {
    budget.ifPresent(
        bound -> other.first.values().forEach(times -> times.forEach(time -> count(bound, time))));
  }

  /** Time of the last action of the budget, by window, where it is spent. */
  Map<Long, Long> spentAt() {
    Map<Long, Long> spent = new HashMap<>();
    first.forEach(
        (window, times) -> {
          Long last = times.peek();
          if (last != null && times.size() == budget.map(Budget::actions).orElse(0L)) {
            spent.put(window, last);
          }
        });
    return spent;
  }
}
