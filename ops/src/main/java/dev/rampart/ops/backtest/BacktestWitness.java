package dev.rampart.ops.backtest;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.actions.ledger.DecidedAction;
import java.util.List;

/** Is told what a draft would do, by several threads at once. */
@FunctionalInterface
public interface BacktestWitness {
  /** Looks at nothing. */
  BacktestWitness NONE = (event, actions, ledger) -> {};

  /**
   * The draft would act on an event.
   *
   * @param event moves on when this returns
   * @param actions that would be done, those of other policies among them
   * @param ledger of the account after the event; changes when this returns
   */
  void saw(EventView event, List<DecidedAction> actions, AccountLedger ledger);
}
