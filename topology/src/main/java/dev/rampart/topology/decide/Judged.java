package dev.rampart.topology.decide;

import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.Verdict;
import dev.rampart.topology.classify.Classified;
import dev.rampart.topology.event.InputEvent;
import java.util.List;

/**
 * A classified event and what the policies want done.
 *
 * @param classified event, features and scores
 * @param policies in force at the event's time
 * @param verdict rules that matched and actions that they ask for
 * @param ledger what was done to the account, read when asked for
 * @param restraints names of what kept policies from acting on the event
 */
public record Judged(
    Classified classified,
    PolicySet policies,
    Verdict verdict,
    LedgerEntry ledger,
    List<String> restraints) {
  /** The event. */
  public InputEvent event() {
    return classified.enriched().event();
  }
}
