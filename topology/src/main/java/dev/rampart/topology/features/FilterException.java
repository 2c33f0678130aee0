package dev.rampart.topology.features;

/** A condition that does not parse or has the wrong type; the message says where. */
final class FilterException extends Exception {
  private static final long serialVersionUID = 1L;

  FilterException(String message) {
    super(message);
  }
}
