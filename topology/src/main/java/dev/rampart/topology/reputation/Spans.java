package dev.rampart.topology.reputation;

import java.util.Arrays;

/** The times during which one entry was listed. */
final class Spans {
  /** Beginning and end, in turn. */
  private final long[] bounds;

  private Spans(long[] bounds) {
    this.bounds = bounds;
  }

  static Spans of(Listing listing) {
    return of(listing.from(), listing.to());
  }

  static Spans of(long from, long to) {
    return new Spans(new long[] {from, to});
  }

  int count() {
    return bounds.length / 2;
  }

  @Override
  public String toString() {
    return Arrays.toString(bounds);
  }

  Spans and(Spans other) {
    long[] both = Arrays.copyOf(bounds, bounds.length + other.bounds.length);
    System.arraycopy(other.bounds, 0, both, bounds.length, other.bounds.length);
    return new Spans(both);
  }

  boolean covers(long moment) {
    for (int i = 0; i < bounds.length; i += 2) {
      if (bounds[i] <= moment && moment < bounds[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
