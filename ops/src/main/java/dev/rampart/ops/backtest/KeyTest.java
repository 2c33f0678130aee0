package dev.rampart.ops.backtest;

import dev.rampart.ops.decisions.Predicate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A condition over the keys of a group of decisions, at a value of the swept threshold. */
sealed interface KeyTest {
  /** Key of what is missing. */
  int UNKNOWN = -1;

  /**
   * Whether it holds; null when a value is missing.
   *
   * @param group keys of the group
   * @param point place of the value in the grid
   */
  @Nullable Boolean holds(int[] group, int point);

  /**
   * A condition as a test.
   *
   * @param places of the parts that have a key
   */
  static KeyTest of(Predicate predicate, Map<Predicate, Integer> places) {
    if (predicate instanceof Predicate.All all) {
      return new Joined(all.parts().stream().map(part -> of(part, places)).toList(), false);
    }
    if (predicate instanceof Predicate.Any any) {
      return new Joined(any.parts().stream().map(part -> of(part, places)).toList(), true);
    }
    if (predicate instanceof Predicate.Not not) {
      return new Not(of(not.part(), places));
    }
    int place = Objects.requireNonNull(places.get(predicate));
    return predicate instanceof Predicate.Reaches ? new Reaches(place) : new Fact(place);
  }

  /** A number that reaches so many values of the grid. */
  record Reaches(int place) implements KeyTest {
    @Override
    public @Nullable Boolean holds(int[] group, int point) {
      return group[place] == UNKNOWN ? null : group[place] > point;
    }
  }

  /** What holds or not, whatever the threshold. */
  record Fact(int place) implements KeyTest {
    @Override
    public @Nullable Boolean holds(int[] group, int point) {
      return group[place] == UNKNOWN ? null : group[place] == 1;
    }
  }

  /** The opposite. */
  record Not(KeyTest part) implements KeyTest {
    @Override
    public @Nullable Boolean holds(int[] group, int point) {
      Boolean holds = part.holds(group, point);
      return holds == null ? null : !holds;
    }
  }

  /**
   * All or any of several.
   *
   * @param deciding what decides it alone: true for any, false for all
   */
  record Joined(List<KeyTest> parts, boolean deciding) implements KeyTest {
    @Override
    public @Nullable Boolean holds(int[] group, int point) {
      boolean missing = false;
      for (KeyTest part : parts) {
        Boolean holds = part.holds(group, point);
        if (holds == null) {
          missing = true;
        } else if (holds == deciding) {
          return deciding;
        }
      }
      return missing ? null : !deciding;
    }
  }
}
