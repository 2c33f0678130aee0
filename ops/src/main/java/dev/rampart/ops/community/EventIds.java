package dev.rampart.ops.community;

/**
 * Ids of the events of one community: short, different between seeds, and the place of the event in
 * the stream can be read back, so that the truth of millions fits an array.
 */
final class EventIds {
  private static final int RADIX = 36;

  private final String prefix;

  EventIds(long seed) {
    this.prefix = "e" + Long.toUnsignedString(seed, RADIX) + "-";
  }

  String at(int index) {
    return prefix + Integer.toString(index, RADIX);
  }

  /** Place of the event, from 0; -1 when the id is not of this community. */
  int indexOf(String eventId) {
    if (!eventId.startsWith(prefix)) {
      return -1;
    }
    try {
      return Integer.parseInt(eventId, prefix.length(), eventId.length(), RADIX);
    } catch (NumberFormatException foreign) {
      return -1;
    }
  }
}
