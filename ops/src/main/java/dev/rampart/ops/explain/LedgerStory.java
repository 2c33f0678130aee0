package dev.rampart.ops.explain;

import org.jspecify.annotations.Nullable;

/**
 * The account's ledger around an event.
 *
 * @param before as the rules saw it; null where it cannot be told
 * @param after with what the event added; null where it cannot be told
 * @param from where it comes from: {@code decision} where a reason of an action tells the strikes,
 *     else {@code ledger}, worked out from what the ledger holds now: what was taken back or has
 *     expired since is missing
 */
public record LedgerStory(
    @Nullable LedgerStanding before, @Nullable LedgerStanding after, String from) {
  /** Nothing is known. */
  static final LedgerStory UNKNOWN = new LedgerStory(null, null, "unknown");

  /**
   * A ledger in two numbers.
   *
   * @param strikes sum of the weights of the active ones
   * @param recentActions of the last 30 days
   */
  public record LedgerStanding(double strikes, int recentActions) {}
}
