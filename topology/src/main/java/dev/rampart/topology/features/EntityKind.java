package dev.rampart.topology.features;

/** What a feature is about: the key of the record that holds it. */
public enum EntityKind {
  /** The account that the event is about. */
  AUTHOR,
  /** Author and receiver of a direct message, in that order. */
  RECIPIENT_PAIR,
  GUILD,
  CHANNEL,
  /** Messages with nearly the same text. */
  CONTENT,
  /** Host of a link. */
  DOMAIN,
  DEVICE,
  IP
}
