package dev.rampart.topology.ingest;

import dev.rampart.topology.deadletters.Cause;

/** Says that a record is not let in, and why. Carries no stack: the record is at fault. */
final class Rejection extends RuntimeException {
  private final Cause cause;

  Rejection(Cause cause, String detail) {
    super(detail, null, false, false);
    this.cause = cause;
  }

  Cause category() {
    return cause;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
