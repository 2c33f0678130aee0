package dev.rampart.actions.ledger;

/** Bytes that were to be a ledger are none. */
public final class CorruptLedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CorruptLedgerException(String message) {
    super(message);
  }
}
