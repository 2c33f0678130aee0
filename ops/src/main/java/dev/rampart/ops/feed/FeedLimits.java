package dev.rampart.ops.feed;

/**
 * How much of the past is kept in memory, whichever is reached first.
 *
 * @param decisions newest decisions, 1 or more
 * @param bytes of them as they lie on the topic, 1 or more; the indexes take about a quarter more
 */
public record FeedLimits(int decisions, long bytes) {
  /** 100,000 decisions, 128 MiB: a decision with 72 features takes a little more than 1 kB. */
  public static final FeedLimits DEFAULT = new FeedLimits(100_000, 128L << 20);
}
