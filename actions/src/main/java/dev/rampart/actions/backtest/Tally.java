package dev.rampart.actions.backtest;

import java.util.Optional;

/**
 * How a policy did before and after a change, over some events. Confined to one thread; tallies of
 * several threads are added up.
 */
public final class Tally {
  private long events;
  private long added;
  private long dropped;
  private long changed;
  private long abuse;
  private final long[] flagged = new long[2];
  private final long[] judged = new long[2];
  private final long[] right = new long[2];

  /** Counts events that were looked at. */
  public void see(long looked) {
    events += looked;
  }

  /**
   * Counts what became of an event that is seen besides; one of which nothing became and nothing is
   * known may be left out.
   *
   * @param flip what became of its actions
   * @param flaggedBefore whether the policy matched it
   * @param flaggedAfter whether the draft matches it
   * @param isAbuse what is known of it; empty when nothing is
   */
  public void add(
      Flip flip, boolean flaggedBefore, boolean flaggedAfter, Optional<Boolean> isAbuse) {
    count(flip);
    boolean known = isAbuse.isPresent();
    boolean bad = known && isAbuse.get();
    abuse += bad ? 1 : 0;
    count(0, flaggedBefore, known, bad);
    count(1, flaggedAfter, known, bad);
  }

  private void count(Flip flip) {
    switch (flip) {
      case NONE -> {}
      case ADDED -> added++;
      case DROPPED -> dropped++;
      case CHANGED -> changed++;
    }
  }

  private void count(int side, boolean isFlagged, boolean known, boolean bad) {
    if (isFlagged) {
      flagged[side]++;
      judged[side] += known ? 1 : 0;
      right[side] += bad ? 1 : 0;
    }
  }

  /** Adds what another thread counted. */
  public void add(Tally other) {
    events += other.events;
    added += other.added;
    dropped += other.dropped;
    changed += other.changed;
    abuse += other.abuse;
    for (int side = 0; side < 2; side++) {
      flagged[side] += other.flagged[side];
      judged[side] += other.judged[side];
      right[side] += other.right[side];
    }
  }

  /** Events that were looked at. */
  public long events() {
    return events;
  }

  /** Events whose actions differ. */
  public long flips() {
    return added + dropped + changed;
  }

  /** Events that had no action and have one now. */
  public long added() {
    return added;
  }

  /** Events that had an action and have none now. */
  public long dropped() {
    return dropped;
  }

  /** Events that have other actions than they had. */
  public long changed() {
    return changed;
  }

  /** How the policy did before. */
  public Quality before() {
    return quality(0);
  }

  /** How the draft does. */
  public Quality after() {
    return quality(1);
  }

  private Quality quality(int side) {
    return new Quality(
        flagged[side],
        new Proportion(right[side], judged[side]),
        new Proportion(right[side], abuse));
  }

  /**
   * How well a policy finds what it is meant to find.
   *
   * @param flagged events that it matched
   * @param precision of the matched events whose label is known, those that are abuse
   * @param recall of the events that are known to be abuse, those that it matched
   */
  public record Quality(long flagged, Proportion precision, Proportion recall) {}
}
