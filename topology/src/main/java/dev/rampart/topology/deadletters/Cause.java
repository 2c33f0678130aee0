package dev.rampart.topology.deadletters;

import java.util.Locale;

/** Why a record became a dead letter; the closed set of values of the {@code cause} header. */
public enum Cause {
  /** A line of an event file is not a JSON object of a known event. */
  MALFORMED_LINE,
  /** The bytes are not the wire format, name an unknown schema or are cut short. */
  UNREADABLE_BYTES,
  /** The key of the Kafka record is not the account that the value names. */
  KEY_MISMATCH,
  /** A field breaks its contract: an empty id, both or neither of two alternatives. */
  INVALID_FIELD,
  /** The text, a list or the record is over its limit. */
  TOO_LARGE,
  /** The event's time is later than the clock skew allows. */
  IN_THE_FUTURE,
  /** The event's time is earlier than the age limit allows. */
  TOO_OLD,
  /** Feedback names an action that the account's ledger does not hold (any more). */
  UNKNOWN_ACTION,
  /** A stage of the topology failed on this record; the stack is in the headers. */
  PROCESSING_FAILED;

  /** Spelling in headers and metrics: {@code in-the-future}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
