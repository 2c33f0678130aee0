package dev.rampart.ops.explain;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.TracedRule;
import dev.rampart.ops.explain.LedgerStory.LedgerStanding;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.topology.Parts;
import dev.rampart.topology.event.InputEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Tells what every rule made of an event: whether it matched as the decision recorded it, the value
 * of each of its parts as it comes out now. Safe for use by many threads.
 */
record RuleTeller(Parts parts, SourceEvents sources, VectorMaker vectors) {
  /** What a rule may ask of an event and a decision does not record. */
  private static final List<String> UNRECORDED =
      Stream.of(
              EventField.CONTENT,
              EventField.LISTED_LINK_COUNT,
              EventField.SHORTENER_COUNT,
              EventField.DISPOSABLE_MAIL_COUNT,
              EventField.LISTED_ATTACHMENT_COUNT,
              EventField.LISTED_KEYWORD_COUNT,
              EventField.AGE_GROUP)
          .map(field -> "event." + field.fieldName())
          .toList();

  /**
   * The rules, those that matched first.
   *
   * @param mask of ids
   * @param notes takes what cannot be told
   */
  List<RuleView> rules(
      Decision decision, LedgerStory ledger, UnaryOperator<String> mask, List<String> notes) {
    PolicySet inForce = parts.policies().at(decision.getEventTime().toEpochMilli());
    if (!inForce.versions().equals(decision.getPolicyVersions())) {
      notes.add(
          "rules are shown as of now: the policies of that time are known as %s, the decision was"
                  .formatted(inForce.versions())
              + " made with "
              + decision.getPolicyVersions());
    }
    List<RuleView> rules = new ArrayList<>();
    if (vectors.knows(decision)) {
      trace(inForce, decision, ledger, notes)
          .forEach(traced -> rules.add(view(traced, decision, mask)));
    }
    unknown(decision, rules).forEach(rules::add);
    rules.sort(Comparator.comparing(RuleView::matched).reversed());
    return rules;
  }

  private List<TracedRule> trace(
      PolicySet inForce, Decision decision, LedgerStory ledger, List<String> notes) {
    Optional<InputEvent> source = asksForText(inForce) ? source(decision, notes) : Optional.empty();
    LedgerStanding before = ledger.before();
    Standing standing =
        before == null ? Standing.CLEAN : Standing.of(before.strikes(), before.recentActions());
    return inForce.trace(
        new LoggedFacts(decision, source.orElse(null)),
        vectors.features(decision),
        vectors.scores(decision),
        standing);
  }

  private static boolean asksForText(PolicySet inForce) {
    return inForce.documents().stream()
        .flatMap(document -> document.rules().stream())
        .anyMatch(rule -> UNRECORDED.stream().anyMatch(rule.when().text()::contains));
  }

  private Optional<InputEvent> source(Decision decision, List<String> notes) {
    Optional<InputEvent> source = sources.of(decision).map(message -> message);
    if (source.isEmpty() && decision.getEventType() == EventType.MESSAGE) {
      notes.add("parts of rules about the text are unknown: the message has left its topic");
    }
    return source;
  }

  private static RuleView view(TracedRule traced, Decision decision, UnaryOperator<String> mask) {
    Optional<MatchedRule> recorded =
        decision.getMatchedRules().stream().filter(match -> isOf(traced, match)).findFirst();
    return RuleView.of(
        traced,
        recorded.map(MatchedRule::getMode).orElse(traced.rule().mode()),
        recorded.isPresent(),
        mask);
  }

  private static boolean isOf(TracedRule traced, MatchedRule match) {
    return match.getPolicy().equals(traced.rule().policy())
        && match.getPolicyVersion() == traced.rule().policyVersion()
        && match.getRule().equals(traced.rule().rule());
  }

  /** Rules that matched and are not known here any more. */
  private static List<RuleView> unknown(Decision decision, List<RuleView> shown) {
    return decision.getMatchedRules().stream()
        .filter(match -> shown.stream().noneMatch(rule -> rule.isOf(match)))
        .map(RuleView::withoutSteps)
        .toList();
  }
}
