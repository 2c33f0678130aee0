package dev.rampart.actions.backtest;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.Verdict;
import dev.rampart.actions.restraint.Restraints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides events of the past again, with ledgers of its own: strikes, cool-downs and the ladder
 * follow from what is decided here. Events of one account come in the order in which they were
 * decided first; accounts may be mixed. Confined to one thread.
 */
public final class Rehearsal {
  private final Map<String, AccountLedger> ledgers = new HashMap<>();
  private PolicySet policies;

  public Rehearsal(PolicySet policies) {
    this.policies = policies;
  }

  /**
   * What is decided of an event.
   *
   * @param verdict rules that matched
   * @param actions what is done, followed by what shadow policies would have done
   */
  public record Decided(Verdict verdict, List<DecidedAction> actions) {
    /** Nothing matched. */
    public static final Decided NOTHING = new Decided(Verdict.NONE, List.of());

    public Decided {
      actions = List.copyOf(actions);
    }
  }

  /** From here on other policies decide; the ledgers stay. */
  public void switchTo(PolicySet others) {
    policies = others;
  }

  /**
   * Decides an event.
   *
   * @param features in the order of the policies' vocabulary, NaN where one is missing
   * @param scores in the order of the policies' vocabulary, NaN where one is missing
   * @param restraints what keeps policies from acting on it
   */
  public Decided decide(EventView event, double[] features, float[] scores, Restraints restraints) {
    Verdict verdict =
        restraints.restrain(
            policies.evaluate(event, features, scores, new LateStanding(event)), event);
    if (verdict.matches().isEmpty()) {
      return Decided.NOTHING;
    }
    if (verdict.intents().isEmpty()) {
      return new Decided(verdict, List.of());
    }
    return new Decided(
        verdict,
        ledgerOf(event.accountId()).apply(verdict.intents(), event.eventId(), event.eventTime()));
  }

  /** The ledger of an account as it stands. */
  public AccountLedger ledgerOf(String accountId) {
    return ledgers.computeIfAbsent(accountId, account -> AccountLedger.decode(null));
  }

  /**
   * Takes an action back, as feedback did.
   *
   * @return the reversal; empty when the action was not taken here
   */
  public Optional<DecidedAction> overturn(
      String accountId, UUID actionId, String feedbackId, long decidedAt) {
    AccountLedger ledger = ledgers.get(accountId);
    return ledger == null ? Optional.empty() : ledger.overturn(actionId, feedbackId, decidedAt);
  }

  /** Looks the account up only when a rule asks. */
  private final class LateStanding implements Standing {
    private final EventView event;

    private LateStanding(EventView event) {
      this.event = event;
    }

    @Override
    public double strikes() {
      return known().strikes();
    }

    @Override
    public int recentActions() {
      return known().recentActions();
    }

    private Standing known() {
      AccountLedger ledger = ledgers.get(event.accountId());
      return ledger == null ? Standing.CLEAN : ledger.standingAt(event.eventTime());
    }
  }
}
