package dev.rampart.ops.backtest;

import dev.rampart.ops.decisions.Predicate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a decision must be grouped by so that its group alone says which rules match at which value
 * of the threshold: how many values each number reaches, and whether each other condition holds.
 */
final class SweepKeys {
  private final Grid grid;
  private final Map<Predicate, Integer> places = new LinkedHashMap<>();
  private final int[] numbers;

  SweepKeys(Grid grid, List<SweptRule> rules) {
    this.grid = grid;
    rules.forEach(rule -> collect(rule.condition()));
    this.numbers =
        places.entrySet().stream()
            .filter(place -> place.getKey() instanceof Predicate.Reaches)
            .mapToInt(Map.Entry::getValue)
            .toArray();
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

  /** SQL of the keys, each a whole number; {@value KeyTest#UNKNOWN} where a value is missing. */
  List<String> sql() {
    List<String> keys = new ArrayList<>();
    for (Predicate part : places.keySet()) {
      String key =
          part instanceof Predicate.Reaches reaches
              ? grid.reached(reaches.measure(), reaches.inclusive())
              : "CAST(" + part.sql(0) + " AS INTEGER)";
      keys.add(
          "CAST(coalesce(%s, %d) AS SMALLINT) AS k%d".formatted(key, KeyTest.UNKNOWN, keys.size()));
    }
    return keys;
  }

  /** A condition of the rules as a test of the keys. */
  KeyTest test(Predicate condition) {
    return KeyTest.of(condition, places);
  }

  /**
   * Places of the grid between which nothing changes for a group: the first, those that one of its
   * numbers just fails to reach, and the end, rising.
   */
  int[] cuts(int[] group) {
    IntStream reached = IntStream.range(0, numbers.length).map(i -> Math.max(0, group[numbers[i]]));
    return IntStream.concat(IntStream.of(0, grid.values().length), reached)
        .sorted()
        .distinct()
        .toArray();
  }
}
