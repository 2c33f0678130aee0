package dev.rampart.ops.door;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The committed decision of an event.
 *
 * @param scores by model and label, {@code toxicity/hate} for instance; only of models that
 *     policies saw
 */
public record DecidedEvent(
    String eventId,
    String authorId,
    Instant eventTime,
    Instant decidedAt,
    Map<String, Float> scores,
    List<Match> matched,
    List<Action> actions,
    Source source) {
  /** A rule whose condition held. */
  public record Match(String policy, int version, String rule, PolicyMode mode) {
    static Match of(MatchedRule rule) {
      return new Match(rule.getPolicy(), rule.getPolicyVersion(), rule.getRule(), rule.getMode());
    }
  }

  /** What is to be done, or in shadow what would be. */
  public record Action(UUID actionId, ActionKind kind, PolicyMode mode, String policy) {
    static Action of(EnforcementAction action) {
      return new Action(
          action.getActionId(), action.getKind(), action.getMode(), action.getPolicy());
    }
  }

  /** Where the event lies. */
  public record Source(String topic, int partition, long offset) {}

  static DecidedEvent of(Decision decision) {
    return new DecidedEvent(
        decision.getEventId(),
        decision.getAuthorId(),
        decision.getEventTime(),
        decision.getDecidedAt(),
        scores(decision),
        decision.getMatchedRules().stream().map(Match::of).toList(),
        decision.getActions().stream().map(Action::of).toList(),
        new Source(
            decision.getSource().getTopic(),
            decision.getSource().getPartition(),
            decision.getSource().getOffset()));
  }

  private static Map<String, Float> scores(Decision decision) {
    Map<String, Float> scores = new TreeMap<>();
    for (ModelScores model : decision.getScores()) {
      if (model.getMode() != PolicyMode.SHADOW) {
        model
            .getLabels()
            .forEach((label, score) -> scores.put(model.getModel() + "/" + label, score));
      }
    }
    return scores;
  }
}
