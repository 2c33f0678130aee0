package dev.rampart.ops.policies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy at a glance.
 *
 * @param live version that acts; null where none does
 * @param shadow version that only records; null where none does
 * @param waiting version that waits for a second person; null where none does
 * @param killed whether a kill switch, its own or that of all, keeps it from acting
 * @param actionsLastHour actions of the last hour, without those in shadow, as far as this instance
 *     has read them
 */
public record PolicyLine(
    String policy,
    @Nullable Integer live,
    @Nullable CanaryLine canary,
    @Nullable Integer shadow,
    @Nullable Integer waiting,
    boolean killed,
    @Nullable BudgetLine budget,
    long actionsLastHour) {
  /**
   * A version that acts for some.
   *
   * @param share of accounts, 0 to 1
   */
  public record CanaryLine(int version, double share) {}

  /**
   * What the live version may do.
   *
   * @param limit actions in a window
   * @param windowSeconds length of the window, in seconds
   * @param spentUntil end of the window in which it is spent; null while it is not
   */
  public record BudgetLine(long limit, long windowSeconds, @Nullable Instant spentUntil) {}
}
