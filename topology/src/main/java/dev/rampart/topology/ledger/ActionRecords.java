package dev.rampart.topology.ledger;

import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.MatchedRule;

/** What rules and ledger came to, as the contracts have it. */
public final class ActionRecords {
  private ActionRecords() {}

  /** An action as moderation services get it. */
  public static EnforcementAction action(DecidedAction decided) {
    RuleMatch match = decided.match();
    EnforcementAction action = new EnforcementAction();
    action.setActionId(decided.actionId());
    action.setEventId(decided.eventId());
    action.setSubjectType(decided.subjectType());
    action.setSubjectId(decided.subjectId());
    action.setAccountId(decided.accountId());
    action.setKind(decided.kind());
    action.setParameters(decided.parameters());
    action.setPolicy(match.policy());
    action.setPolicyVersion(match.policyVersion());
    action.setRule(match.rule());
    action.setMode(match.mode());
    action.setReasons(decided.reasons());
    action.setNoticeKey(decided.noticeKey());
    action.setIssuedAt(decided.issuedAt());
    action.setExpiresAt(decided.expiresAt());
    action.setReverses(decided.reverses());
    return action;
  }

  /** A rule that matched, as a decision names it. */
  public static MatchedRule matchedRule(RuleMatch match) {
    return new MatchedRule(match.policy(), match.policyVersion(), match.rule(), match.mode());
  }
}
