package dev.rampart.actions.policy;

import java.util.Comparator;
import java.util.List;

/** Rules that need the same value to be on the same side of some bound. Immutable. */
final class BoundGroup {
  private final boolean ofScore;
  private final int index;
  private final boolean least;
  private final double[] bounds;
  private final int[] positions;

  /**
   * @param bound what the rule needs
   * @param position of the rule
   */
  record Entry(double bound, int position) {}

  BoundGroup(boolean ofScore, int index, boolean least, List<Entry> entries) {
    this.ofScore = ofScore;
    this.index = index;
    this.least = least;
    Comparator<Entry> order = Comparator.comparingDouble(Entry::bound);
    List<Entry> easiestFirst = entries.stream().sorted(least ? order : order.reversed()).toList();
    this.bounds = easiestFirst.stream().mapToDouble(Entry::bound).toArray();
    this.positions = easiestFirst.stream().mapToInt(Entry::position).toArray();
  }

  /** Sets the bits of the rules that are not ruled out; a missing value rules out none. */
  void mark(double[] features, float[] scores, long[] found) {
    double value = ofScore ? scores[index] : features[index];
    for (int i = 0; i < bounds.length && !isRuledOut(value, bounds[i]); i++) {
      found[positions[i] >>> 6] |= 1L << positions[i];
    }
  }

  private boolean isRuledOut(double value, double bound) {
    return least ? value < bound : value > bound;
  }
}
