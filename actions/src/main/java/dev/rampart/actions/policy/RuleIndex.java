package dev.rampart.actions.policy;

import dev.rampart.actions.rule.NecessaryBound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the rules that can be true for an event without testing each: rules are sorted by a bound
 * that they need (see {@link NecessaryBound}), so that one number of the event rules out all of
 * those that ask for more. Immutable; any thread may use it.
 */
final class RuleIndex {
  /** Fewer rules are tested faster than looked up. */
  private static final int WORTHWHILE = 48;

  private static final Comparator<NecessaryBound> MOST_SELECTIVE =
      Comparator.comparing(NecessaryBound::ofScore)
          .thenComparing(NecessaryBound::least)
          .thenComparingDouble(NecessaryBound::bound);

  private final ActiveRule[] rules;
  private final long[] always;
  private final List<BoundGroup> groups;

  private record Key(boolean ofScore, int index, boolean least) {}

  RuleIndex(List<ActiveRule> rules) {
    this.rules = rules.toArray(ActiveRule[]::new);
    this.always = new long[(rules.size() + 63) >>> 6];
    Map<Key, List<BoundGroup.Entry>> byKey = new LinkedHashMap<>();
    for (int i = 0; i < this.rules.length; i++) {
      add(i, byKey);
    }
    List<BoundGroup> made = new ArrayList<>();
    byKey.forEach(
        (key, entries) ->
            made.add(new BoundGroup(key.ofScore(), key.index(), key.least(), entries)));
    this.groups = List.copyOf(made);
  }

  private void add(int position, Map<Key, List<BoundGroup.Entry>> byKey) {
    NecessaryBound bound =
        rules.length < WORTHWHILE
            ? null
            : rules[position].necessaryBounds().stream().max(MOST_SELECTIVE).orElse(null);
    if (bound == null) {
      always[position >>> 6] |= 1L << position;
    } else {
      byKey
          .computeIfAbsent(
              new Key(bound.ofScore(), bound.index(), bound.least()), key -> new ArrayList<>())
          .add(new BoundGroup.Entry(bound.bound(), position));
    }
  }

  ActiveRule rule(int position) {
    return rules[position];
  }

  /** Bit set of the positions of all rules that can be true; not to be changed. */
  long[] candidates(double[] features, float[] scores) {
    if (groups.isEmpty()) {
      return always;
    }
    long[] found = always.clone();
    for (int i = 0; i < groups.size(); i++) {
      groups.get(i).mark(features, scores, found);
    }
    return found;
  }
}
