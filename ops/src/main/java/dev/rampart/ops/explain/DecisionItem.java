package dev.rampart.ops.explain;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SourcePosition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A decision in a list.
 *
 * @param kind {@code message}, {@code user}, {@code feedback} or {@code finding}
 * @param scores by {@code model/label}, 0 to 1
 */
public record DecisionItem(
    String eventId,
    String authorId,
    Instant eventTime,
    Instant decidedAt,
    String kind,
    Map<String, Float> scores,
    List<DecisionMatch> matched,
    List<DecisionAction> actions,
    DecisionSource source) {
  public DecisionItem {
    scores = Map.copyOf(scores);
    matched = List.copyOf(matched);
    actions = List.copyOf(actions);
  }

  /** A rule that matched. */
  public record DecisionMatch(String policy, int version, String rule, PolicyMode mode) {
    static DecisionMatch of(MatchedRule rule) {
      return new DecisionMatch(
          rule.getPolicy(), rule.getPolicyVersion(), rule.getRule(), rule.getMode());
    }
  }

  /** An action. */
  public record DecisionAction(UUID actionId, ActionKind kind, PolicyMode mode, String policy) {
    static DecisionAction of(EnforcementAction action) {
      return new DecisionAction(
          action.getActionId(), action.getKind(), action.getMode(), action.getPolicy());
    }
  }

  /** Where the event was read. */
  public record DecisionSource(String topic, int partition, long offset) {
    static DecisionSource of(SourcePosition source) {
      return new DecisionSource(source.getTopic(), source.getPartition(), source.getOffset());
    }
  }

  /**
   * A decision as somebody may see it.
   *
   * @param mask of ids
   */
  public static DecisionItem of(Decision decision, UnaryOperator<String> mask) {
    return new DecisionItem(
        decision.getEventId(),
        mask.apply(decision.getAuthorId()),
        decision.getEventTime(),
        decision.getDecidedAt(),
        decision.getEventType().name().toLowerCase(Locale.ROOT),
        scores(decision.getScores()),
        decision.getMatchedRules().stream().map(DecisionMatch::of).toList(),
        decision.getActions().stream().map(DecisionAction::of).toList(),
        DecisionSource.of(decision.getSource()));
  }

  private static Map<String, Float> scores(List<ModelScores> models) {
    Map<String, Float> scores = new TreeMap<>();
    for (ModelScores model : models) {
      model
          .getLabels()
          .forEach((label, value) -> scores.put(model.getModel() + "/" + label, value));
    }
    return scores;
  }
}
