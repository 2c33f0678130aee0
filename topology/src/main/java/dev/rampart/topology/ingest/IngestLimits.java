package dev.rampart.topology.ingest;

import java.time.Duration;

/**
 * Bounds of what is let in.
 *
 * @param recordBytes most bytes of a record's value, 1 or more
 * @param contentLength most Unicode code points of a message's text, 1 or more
 * @param listLength most mentions or attachments of a message, 0 or more
 * @param idLength most characters of any id, 1 or more
 * @param clockSkew how far an event's time may lie after the time of its Kafka record, 0 or more
 * @param maximumAge how far it may lie before; zero means any age
 */
public record IngestLimits(
    int recordBytes,
    int contentLength,
    int listLength,
    int idLength,
    Duration clockSkew,
    Duration maximumAge) {

  /** 256 kB, 10,000 code points, 1,000 mentions, ids of 256 characters, 5 minutes, any age. */
  public static IngestLimits defaults() {
    return new IngestLimits(256_000, 10_000, 1_000, 256, Duration.ofMinutes(5), Duration.ZERO);
  }
}
