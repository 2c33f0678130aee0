package dev.rampart.ops.decisions;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The condition of a rule as DuckDB can test it, with the comparisons against one threshold kept
 * apart. A value that is missing is NULL, and SQL joins NULL as CEL joins missing values.
 */
public sealed interface Predicate {
  /** The condition as SQL, with the threshold at a value. */
  String sql(double threshold);

  /** All parts hold. */
  record All(List<Predicate> parts) implements Predicate {
    @Override
    public String sql(double threshold) {
      return joined(parts, " AND ", threshold);
    }
  }

  /** One part holds. */
  record Any(List<Predicate> parts) implements Predicate {
    @Override
    public String sql(double threshold) {
      return joined(parts, " OR ", threshold);
    }
  }

  /** The part does not hold. */
  record Not(Predicate part) implements Predicate {
    @Override
    public String sql(double threshold) {
      return "(NOT " + part.sql(threshold) + ")";
    }
  }

  /** A condition that does not look at the threshold. */
  record Leaf(String text) implements Predicate {
    @Override
    public String sql(double threshold) {
      return "(" + text + ")";
    }
  }

  /**
   * A number reaches the threshold.
   *
   * @param measure the number, as SQL
   * @param inclusive whether being equal is enough
   */
  record Reaches(String measure, boolean inclusive) implements Predicate {
    @Override
    public String sql(double threshold) {
      return "(%s %s %s)".formatted(measure, inclusive ? ">=" : ">", RuleSql.number(threshold));
    }
  }

  private static String joined(List<Predicate> parts, String operator, double threshold) {
    return parts.stream()
        .map(part -> part.sql(threshold))
        .collect(Collectors.joining(operator, "(", ")"));
  }
}
