package dev.rampart.actions.rule;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random rules over {@link #SCOPE}: what Java tests by itself, what only CEL can, and mixtures. */
final class RuleTexts {
  static final RuleScope SCOPE =
      new RuleScope(
          List.of("age", "rate"),
          List.of("toxicity.hate", "toxicity.toxic"),
          java.util.Map.of("low", 0.5, "high", 7.0));

  private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=");
  private static final List<String> ORDERED_AND_EQUAL = List.of("<", "<=", ">", ">=", "==", "!=");
  private static final List<String> NUMBERS =
      List.of(
          "features.age",
          "features.rate",
          "scores.toxicity.hate",
          "scores.toxicity.toxic",
          "account.strikes");
  private static final List<String> COUNTS =
      List.of("event.link_count", "event.mention_count", "event.content_length");
  private static final List<String> BOUNDS =
      List.of("0.5", "-0.0", "0.0", "7", "-3", "threshold.low", "threshold.high", "2.5");
  private static final List<String> WHOLE_BOUNDS =
      List.of("0", "7", "-3", "9007199254740993", "9223372036854775807");
  private static final List<String> OTHERS =
      List.of(
          "true",
          "event.is_direct",
          "event.type == 'message'",
          "'user' != event.type",
          "event.kind in ['JOIN_GUILD', 'LOGIN']",
          "event.type in []",
          "event.content.matches('fr[e]+ coins')",
          "matches(event.content, '^hello')",
          "event.content.contains('coins')",
          "event.domains.exists(d, d.endsWith('.example'))",
          "event.mentions.all(m, m != 'u-2')",
          "size(event.mentions) > 1",
          "10 / event.link_count > 2",
          "features.age + features.rate > 3.0",
          "features.age == features.rate",
          "(event.is_direct ? features.age : 1.0) > 0.5",
          "account.recent_actions > 2",
          "event.locale == event.surface",
          "event.time - event.account_created_at < duration('72h')",
          "event.time - event.account_created_at >= duration('1s')",
          "event.time > timestamp('2026-01-01T00:00:00Z')");

  private RuleTexts() {}

  static Arbitrary<String> any() {
    return any(3);
  }

  private static Arbitrary<String> any(int depth) {
    return depth == 0
        ? atoms()
        : Arbitraries.oneOf(
            atoms(),
            any(depth - 1).map(rule -> "!(" + rule + ")"),
            joined("&&", depth - 1),
            joined("||", depth - 1));
  }

  private static Arbitrary<String> joined(String operator, int depth) {
    return any(depth)
        .list()
        .ofMinSize(2)
        .ofMaxSize(3)
        .map(parts -> "(" + String.join(" " + operator + " ", parts) + ")");
  }

  private static Arbitrary<String> atoms() {
    return Arbitraries.oneOf(
        comparisons(NUMBERS, COMPARISONS, BOUNDS),
        comparisons(BOUNDS, COMPARISONS, NUMBERS),
        comparisons(COUNTS, COMPARISONS, BOUNDS),
        comparisons(COUNTS, ORDERED_AND_EQUAL, WHOLE_BOUNDS),
        comparisons(NUMBERS, List.of("==", "!="), List.of("0.5", "0.0", "threshold.high")),
        Arbitraries.of(OTHERS));
  }

  private static Arbitrary<String> comparisons(
      List<String> left, List<String> comparisons, List<String> right) {
    return Combinators.combine(
            Arbitraries.of(left), Arbitraries.of(comparisons), Arbitraries.of(right))
        .as((one, comparison, other) -> one + " " + comparison + " " + other);
  }
}
