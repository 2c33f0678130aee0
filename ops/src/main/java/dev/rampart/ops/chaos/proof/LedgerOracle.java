package dev.rampart.ops.chaos.proof;

import dev.rampart.actions.event.Standing;
import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.policy.Policies;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.Verdict;
import dev.rampart.actions.restraint.Restraints;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Feedback;
import dev.rampart.schemas.FeedbackOutcome;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.event.FeedbackInput;
import dev.rampart.topology.event.InputEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides events again, on one thread, with the features and scores that were served and ledgers of
 * its own, and counts what was decided otherwise. Confined to one thread.
 */
final class LedgerOracle {
  private final Policies policies;
  private final Restraints restraints;
  private final ServedScores scores;
  private final Map<String, byte[]> ledgers = new HashMap<>();
  private long actionsDiffer;
  private long policiesDiffer;

  /**
   * @param restraints that held at some time of the run: a decision may have been made before one
   *     was known, or after
   */
  LedgerOracle(Policies policies, Restraints restraints, ServedScores scores) {
    this.policies = policies;
    this.restraints = restraints;
    this.scores = scores;
  }

  /** The next event of its account, and what was decided. */
  void check(InputEvent event, Decision decision) {
    PolicySet inForce = policies.at(event.eventTime());
    if (!inForce.versions().equals(decision.getPolicyVersions())) {
      policiesDiffer++;
    }
    if (event instanceof FeedbackInput feedback) {
      overturn(feedback.feedback(), decision);
    } else {
      decide(event, decision, verdict(inForce, event, decision));
    }
    if (event.kind() == UserEventKind.ERASE) {
      ledgers.remove(event.accountId());
    }
  }

  /** The ledgers as they should be stored, by account. */
  Map<String, byte[]> ledgers() {
    return ledgers;
  }

  long actionsDiffer() {
    return actionsDiffer;
  }

  long policiesDiffer() {
    return policiesDiffer;
  }

  private Verdict verdict(PolicySet inForce, InputEvent event, Decision decision) {
    byte[] known = ledgers.get(event.accountId());
    Standing standing =
        known == null ? Standing.CLEAN : AccountLedger.decode(known).standingAt(event.eventTime());
    double[] features = decision.getFeatures().stream().mapToDouble(Double::doubleValue).toArray();
    return inForce.evaluate(event, features, scores.of(decision), standing);
  }

  private void decide(InputEvent event, Decision decision, Verdict verdict) {
    if (!settle(event, decision, verdict)
        && !settle(event, decision, restraints.restrain(verdict, event))) {
      actionsDiffer++;
    }
  }

  /** Keeps what these intents lead to where it is what was decided. */
  private boolean settle(InputEvent event, Decision decision, Verdict verdict) {
    AccountLedger ledger = AccountLedger.decode(ledgers.get(event.accountId()));
    List<DecidedAction> decided =
        verdict.intents().isEmpty()
            ? List.of()
            : ledger.apply(verdict.intents(), event.eventId(), event.eventTime());
    boolean same = areSame(decided, decision.getActions());
    if (same && !decided.isEmpty()) {
      keep(event.accountId(), ledger);
    }
    return same;
  }

  private void overturn(Feedback feedback, Decision decision) {
    AccountLedger ledger = AccountLedger.decode(ledgers.get(feedback.getSubjectId()));
    Optional<DecidedAction> reversal =
        feedback.getOutcome() != FeedbackOutcome.OVERTURNED || feedback.getActionId() == null
            ? Optional.empty()
            : ledger.overturn(
                feedback.getActionId(),
                feedback.getFeedbackId(),
                feedback.getDecidedAt().toEpochMilli());
    if (!areSame(reversal.stream().toList(), decision.getActions())) {
      actionsDiffer++;
    }
    reversal.ifPresent(action -> keep(feedback.getSubjectId(), ledger));
  }

  private void keep(String account, AccountLedger ledger) {
    if (ledger.isEmpty()) {
      ledgers.remove(account);
    } else {
      ledgers.put(account, ledger.encode());
    }
  }

  private static boolean areSame(List<DecidedAction> ours, List<EnforcementAction> theirs) {
    if (ours.size() != theirs.size()) {
      return false;
    }
    for (int place = 0; place < ours.size(); place++) {
      if (!isSame(ours.get(place), theirs.get(place))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(DecidedAction ours, EnforcementAction theirs) {
    return ours.actionId().equals(theirs.getActionId())
        && ours.kind() == theirs.getKind()
        && ours.match().mode() == theirs.getMode()
        && ours.match().policyVersion() == theirs.getPolicyVersion()
        && ours.issuedAt().equals(theirs.getIssuedAt())
        && ours.parameters().equals(theirs.getParameters());
  }
}
