package dev.rampart.ops.backtest;

import dev.rampart.actions.document.OnMissing;
import dev.rampart.actions.document.RuleDocument;
import dev.rampart.ops.decisions.Predicate;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.EventType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A rule of the policy that is swept.
 *
 * @param condition its condition, held to its types of event
 * @param onMissing what it does when a value is missing
 * @param acts whether it asks for more than a review
 * @param reviews reviews that a match asks for
 */
record SweptRule(Predicate condition, OnMissing onMissing, boolean acts, int reviews) {
  static SweptRule of(RuleDocument rule, Predicate condition) {
    long reviews =
        rule.actions().stream().filter(action -> action.kind() == ActionKind.REVIEW).count();
    return new SweptRule(
        new Predicate.All(List.of(new Predicate.Leaf(eventTypes(rule)), condition)),
        rule.onMissing(),
        reviews < rule.actions().size(),
        (int) reviews);
  }

  private static String eventTypes(RuleDocument rule) {
    return rule.events().stream()
        .map(EventType::name)
        .sorted()
        .map(name -> "'" + name.toLowerCase(Locale.ROOT) + "'")
        .collect(Collectors.joining(", ", "event_type IN (", ")"));
  }
}
