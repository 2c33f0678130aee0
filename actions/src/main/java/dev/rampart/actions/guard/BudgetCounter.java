package dev.rampart.actions.guard;

import dev.rampart.actions.document.Budget;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts actions against budgets, in windows of event time. Depends on the actions only and not on
 * the order in which partitions are read, but for which action is the last of a budget. Confined to
 * one thread.
 */
public final class BudgetCounter {
  /** Windows of a policy that are remembered: late actions still find theirs. */
  private static final int WINDOWS = 8;

  private final Map<String, TreeMap<Long, Long>> counts = new HashMap<>();

  /**
   * A budget that is spent.
   *
   * @param spentAt event time in milliseconds of the action that was the last one of it
   * @param until event time in milliseconds at which the window ends
   */
  public record Spent(String policy, Budget budget, long spentAt, long until) {}

  /**
   * How much of a budget is used.
   *
   * @param actions counted in the newest window
   * @param until event time in milliseconds at which that window ends
   */
  public record Level(long actions, long until) {}

  /**
   * Counts an action.
   *
   * @param eventTime of the action, in milliseconds
   * @return the budget, when this action was the last one of it
   */
  public Optional<Spent> count(String policy, Budget budget, long eventTime) {
    long length = budget.window().toMillis();
    long start = Math.floorDiv(eventTime, length) * length;
    TreeMap<Long, Long> windows = counts.computeIfAbsent(policy, first -> new TreeMap<>());
    long count = windows.merge(start, 1L, Long::sum);
    if (windows.size() > WINDOWS) {
      windows.pollFirstEntry();
    }
    return count == budget.actions()
        ? Optional.of(new Spent(policy, budget, eventTime, start + length))
        : Optional.empty();
  }

  /** The level of a policy's newest window; 0 before its first action. */
  public Level level(String policy, Budget budget) {
    TreeMap<Long, Long> windows = counts.get(policy);
    if (windows == null) {
      return new Level(0, Long.MIN_VALUE);
    }
    long newest = windows.lastKey();
    return new Level(windows.getOrDefault(newest, 0L), newest + budget.window().toMillis());
  }
}
