package dev.rampart.topology.decide;

import dev.rampart.actions.event.Standing;
import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.topology.state.AccountRecords;
import org.jspecify.annotations.Nullable;

/**
 * An account's ledger, read from its store only when somebody asks: most events lead to nothing,
 * and most rules do not look at the account's past. Confined to the processing of one event.
 */
public final class LedgerEntry implements Standing {
  private final AccountRecords store;
  private final String account;
  private final long eventTime;
  private @Nullable AccountLedger ledger;
  private @Nullable Standing standing;

  LedgerEntry(AccountRecords store, String account, long eventTime) {
    this.store = store;
    this.account = account;
    this.eventTime = eventTime;
  }

  /**
   * The ledger as it was before the event.
   *
   * @throws dev.rampart.actions.ledger.CorruptLedgerException when the stored bytes are no ledger
   */
  public AccountLedger ledger() {
    AccountLedger known = ledger;
    if (known == null) {
      known = AccountLedger.decode(store.get(account));
      ledger = known;
    }
    return known;
  }

  /** Writes the ledger back after it was changed. */
  public void keep() {
    if (ledger().isEmpty()) {
      store.delete(account);
    } else {
      store.put(account, ledger().encode());
    }
  }

  /** Removes the ledger with all that was done to the account. */
  public void erase() {
    store.delete(account);
  }

  @Override
  public double strikes() {
    return standing().strikes();
  }

  @Override
  public int recentActions() {
    return standing().recentActions();
  }

  private Standing standing() {
    Standing known = standing;
    if (known == null) {
      known = ledger().standingAt(eventTime);
      standing = known;
    }
    return known;
  }
}
