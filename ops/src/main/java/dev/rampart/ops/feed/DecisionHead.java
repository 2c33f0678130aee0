package dev.rampart.ops.feed;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.PolicyMode;
import java.util.List;

/**
 * What is asked of a decision when decisions are looked for.
 *
 * @param decidedAt wall-clock time in milliseconds since the epoch
 */
record DecisionHead(
    String eventId,
    String authorId,
    long decidedAt,
    List<Match> matched,
    List<ActionHead> actions) {
  /** A rule that matched, as far as it is looked for. */
  record Match(String policy, PolicyMode mode) {
    static Match of(MatchedRule rule) {
      return new Match(rule.getPolicy().intern(), rule.getMode());
    }
  }

  DecisionHead {
    matched = List.copyOf(matched);
    actions = List.copyOf(actions);
  }

  static DecisionHead of(Decision decision) {
    return new DecisionHead(
        decision.getEventId(),
        decision.getAuthorId(),
        decision.getDecidedAt().toEpochMilli(),
        decision.getMatchedRules().stream().map(Match::of).distinct().toList(),
        decision.getActions().stream().map(ActionHead::of).toList());
  }
}
