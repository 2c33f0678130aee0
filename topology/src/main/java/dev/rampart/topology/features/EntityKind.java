package dev.rampart.topology.features;

/** What a feature is about: the key of the record that holds it. */
public enum EntityKind {
  /** The account that the event is about. */
  AUTHOR(0),
  /** Author and receiver of a direct message, in that order. */
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

  /** Number of the kind in packed records, 0 to 63: never changed, never used again. */
  public int code() {
    return code;
  }
}
