package dev.rampart.topology.reputation;

/**
 * One entry of a list and the time during which it was on it.
 *
 * @param list name of the list, kind first: {@code domains} or {@code domains/partner-feed}
 * @param entry in the spelling that is looked up
 * @param from first moment at which it is listed, in milliseconds since the epoch
 * @param to first moment at which it is listed no more; {@link Long#MAX_VALUE} while it still is
 */
public record Listing(ListKind kind, String list, String entry, long from, long to) {
  /** A listing that has not ended. */
  public static final long STILL = Long.MAX_VALUE;

  /** Whether the entry was on the list at a moment. */
  public boolean covers(long moment) {
    return from <= moment && moment < to;
  }
}
