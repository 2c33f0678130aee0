package dev.rampart.ops.backtest;

import dev.rampart.actions.backtest.BudgetTimes;
import dev.rampart.actions.backtest.Flip;
import dev.rampart.actions.backtest.Rehearsal;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.schemas.PolicyMode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Decides a part of the accounts again and compares. Before the beginning the present policies
 * decide, so that the ledgers stand as they stood; from it on the draft does. Confined to one
 * thread.
 */
final class Backtest {
  private final PolicySet present;
  private final PolicySet draft;
  private final String policy;
  private final long from;
  private final Map<String, Boolean> judged;
  private final Rehearsal rehearsal;
  private final BacktestCounts counts;
  private final LoggedRestraints restraints;
  private final BudgetTimes spent;
  private final BacktestWitness witness;

  /**
   * @param policy whose matches are compared
   * @param from event time from which the draft decides and is compared
   * @param judged what is known of events
   * @param restraints what keeps policies from acting
   * @param spent counts what the draft does against its budget
   */
  Backtest(
      PolicySet present,
      PolicySet draft,
      String policy,
      long from,
      Map<String, Boolean> judged,
      BacktestCounts counts,
      LoggedRestraints restraints,
      BudgetTimes spent,
      BacktestWitness witness) {
    this.present = present;
    this.draft = draft;
    this.policy = policy;
    this.from = from;
    this.judged = judged;
    this.rehearsal = new Rehearsal(present);
    this.counts = counts;
    this.restraints = restraints;
    this.spent = spent;
    this.witness = witness;
  }

  /** What was amended later is no decision of the policies, and passed over. */
  void decide(LoggedEvent event) {
    if (event.isAmendment()) {
      return;
    }
    boolean compared = event.eventTime() >= from;
    rehearsal.switchTo(compared ? draft : present);
    Rehearsal.Decided decided = again(event, compared);
    decided.actions().forEach(spent::count);
    if (compared) {
      compare(event, decided);
    }
  }

  private Rehearsal.Decided again(LoggedEvent event, boolean compared) {
    if (!event.value(EventField.TYPE).equals("feedback")) {
      return rehearsal.decide(
          event, event.features(), event.scores(), restraints.of(event, compared));
    }
    Optional<DecidedAction> reversal =
        event.value(EventField.KIND).equals("OVERTURNED") && !event.judgedAction().isEmpty()
            ? rehearsal.overturn(
                event.accountId(),
                UUID.fromString(event.judgedAction()),
                event.eventId(),
                event.eventTime())
            : Optional.empty();
    return reversal
        .map(action -> new Rehearsal.Decided(Rehearsal.Decided.NOTHING.verdict(), List.of(action)))
        .orElse(Rehearsal.Decided.NOTHING);
  }

  private void compare(LoggedEvent event, Rehearsal.Decided decided) {
    List<DecidedAction> done =
        decided.actions().isEmpty()
            ? List.of()
            : decided.actions().stream().filter(Backtest::isEnforced).toList();
    String logged = event.loggedActions();
    Flip flip = logged.isEmpty() && done.isEmpty() ? Flip.NONE : flip(logged, done);
    boolean matches =
        !decided.verdict().matches().isEmpty()
            && decided.verdict().matches().stream()
                .anyMatch(
                    match -> match.policy().equals(policy) && match.mode() != PolicyMode.SHADOW);
    counts.add(event, flip, logged, done, matches, judgement(event));
    if (!done.isEmpty()) {
      witness.saw(event, done, rehearsal.ledgerOf(event.accountId()));
    }
  }

  private Optional<Boolean> judgement(LoggedEvent event) {
    return judged.isEmpty() ? Optional.empty() : Optional.ofNullable(judged.get(event.eventId()));
  }

  private static Flip flip(String logged, List<DecidedAction> done) {
    Set<String> before =
        logged.isEmpty()
            ? Set.of()
            : Arrays.stream(logged.split(",", -1))
                .map(action -> action.substring(0, action.indexOf(' ')))
                .collect(Collectors.toCollection(HashSet::new));
    Set<String> after =
        done.stream().map(action -> action.actionId().toString()).collect(Collectors.toSet());
    return Flip.between(before, after);
  }

  private static boolean isEnforced(DecidedAction action) {
    return action.match().mode() != PolicyMode.SHADOW;
  }
}
