package dev.rampart.topology.features;

/** Bytes that are no state record, or one of a layout that this version cannot read. */
public final class RecordFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordFormatException(int at, int length, String problem) {
    super("state record, byte " + at + " of " + length + ": " + problem);
  }
}
