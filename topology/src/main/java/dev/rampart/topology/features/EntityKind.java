package dev.rampart.topology.features;

/** What a feature is about: the key of the record that holds it. */
public enum EntityKind {
  /** The account that the event is about. */
  AUTHOR(0),
  /**
   * An account and one that it turned to: the receiver of a direct message or the other user of a
   * user event. Kept in the account's own record.
   */
  RECIPIENT_PAIR(1),
  GUILD(2),
  CHANNEL(3),
  /** Messages with nearly the same text. */
  CONTENT(4),
  /** Host of a link. */
  DOMAIN(5),
  DEVICE(6),
  IP(7);

  private final int code;

  EntityKind(int code) {
    this.code = code;
  }

  /** Whether the record of the account itself holds it, so that each event sees it at once. */
  public boolean isKeptByAccount() {
    return this == AUTHOR || this == RECIPIENT_PAIR;
  }

  /** Number of the kind in packed records, 0 to 63: never changed, never used again. */
  public int code() {
    return code;
  }
}
