package dev.rampart.topology.entities;

/** Says that bytes are not what was written. */
final class MalformedBytesException extends RuntimeException {
  MalformedBytesException(String message) {
    super(message);
  }
}
