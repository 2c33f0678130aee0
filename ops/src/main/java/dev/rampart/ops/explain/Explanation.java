package dev.rampart.ops.explain;

import dev.rampart.ops.explain.DecisionItem.DecisionSource;
import dev.rampart.ops.inspect.FeatureValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The whole story of a decision.
 *
 * @param kind {@code message}, {@code user}, {@code feedback} or {@code finding}
 * @param facts what was recorded of the event; null in decisions of old releases
 * @param features as they were served, in the catalogue's order
 * @param policyVersions policies that were in force, and their versions
 * @param rules every rule that looked at the event, those that matched first
 * @param notes what this explanation cannot tell, and why, a sentence each
 */
public record Explanation(
    String eventId,
    String authorId,
    String kind,
    Instant eventTime,
    Instant decidedAt,
    DecisionSource source,
    @Nullable FactsView facts,
    String catalogueVersion,
    List<FeatureValue> features,
    List<ScoresView> scores,
    Map<String, Integer> policyVersions,
    List<RuleView> rules,
    LedgerStory ledger,
    List<ActionView> actions,
    List<String> notes) {
  public Explanation {
    features = List.copyOf(features);
    scores = List.copyOf(scores);
    policyVersions = Map.copyOf(policyVersions);
    rules = List.copyOf(rules);
    actions = List.copyOf(actions);
    notes = List.copyOf(notes);
  }
}
