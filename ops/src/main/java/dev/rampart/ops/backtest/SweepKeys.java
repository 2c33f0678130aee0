package dev.rampart.ops.backtest;

import dev.rampart.ops.decisions.Predicate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision must be grouped by so that its group alone says which rules match at which value
 * of the threshold: how many values each number reaches, and whether each other condition holds.
 */
final class SweepKeys {
  private static final int UNKNOWN = -1;

  private final Grid grid;
  private final Map<Predicate, Integer> places = new LinkedHashMap<>();

  SweepKeys(Grid grid, List<SweptRule> rules) {
    this.grid = grid;
    rules.forEach(rule -> collect(rule.condition()));
  }

  private void collect(Predicate predicate) {
    if (predicate instanceof Predicate.All all) {
      all.parts().forEach(this::collect);
    } else if (predicate instanceof Predicate.Any any) {
      any.parts().forEach(this::collect);
    } else if (predicate instanceof Predicate.Not not) {
      collect(not.part());
    } else {
      places.putIfAbsent(predicate, places.size());
    }
  }

  /** The numbers that are compared with the threshold, as SQL, each once. */
  List<String> measures() {
    return places.keySet().stream()
        .filter(Predicate.Reaches.class::isInstance)
        .map(part -> ((Predicate.Reaches) part).measure())
        .distinct()
        .toList();
  }

  /** SQL of the keys, each a whole number; {@value #UNKNOWN} where a value is missing. */
  List<String> sql() {
    List<String> keys = new ArrayList<>();
    for (Predicate part : places.keySet()) {
      String key =
          part instanceof Predicate.Reaches reaches
              ? grid.reached(reaches.measure(), reaches.inclusive())
              : "CAST(" + part.sql(0) + " AS INTEGER)";
      keys.add("CAST(coalesce(%s, %d) AS SMALLINT) AS k%d".formatted(key, UNKNOWN, keys.size()));
    }
    return keys;
  }

  /**
   * Whether a condition holds for a group at a value of the threshold; null when a value is
   * missing.
   *
   * @param point place of the value in the grid
   */
  @Nullable Boolean holds(Predicate predicate, int[] group, int point) {
    if (predicate instanceof Predicate.All all) {
      return joined(all.parts(), false, group, point);
    }
    if (predicate instanceof Predicate.Any any) {
      return joined(any.parts(), true, group, point);
    }
    if (predicate instanceof Predicate.Not not) {
      Boolean holds = holds(not.part(), group, point);
      return holds == null ? null : !holds;
    }
    int key = group[places.getOrDefault(predicate, 0)];
    if (key == UNKNOWN) {
      return null;
    }
    return predicate instanceof Predicate.Reaches ? key > point : key == 1;
  }

  private @Nullable Boolean joined(
      List<Predicate> parts, boolean deciding, int[] group, int point) {
    boolean missing = false;
    for (Predicate part : parts) {
      Boolean holds = holds(part, group, point);
      if (holds == null) {
        missing = true;
      } else if (holds == deciding) {
        return deciding;
      }
    }
    return missing ? null : !deciding;
  }
}
