package dev.rampart.topology.entities;

/**
 * An event that an entity remembers, to act upon it once the entity turns out to be hot.
 *
 * @param message whether it is a message
 * @param time event time in milliseconds since the epoch
 */
record Remembered(
    String eventId,
    boolean message,
    String accountId,
    String channelId,
    String guildId,
    long time) {
  static Remembered of(Sighting sighting) {
    return new Remembered(
        sighting.eventId(),
        sighting.isMessage(),
        sighting.accountId(),
        sighting.channelId(),
        sighting.guildId(),
        sighting.eventTime());
  }
}
