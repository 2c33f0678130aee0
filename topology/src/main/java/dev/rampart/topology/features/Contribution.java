package dev.rampart.topology.features;

import java.time.Instant;

/**
 * An event that a feature's value came from.
 *
 * @param eventId the platform's id of the event
 * @param time its event time
 * @param tile beginning of the tile that it counts in; its own time where the window has no tiles
 * @param entered what entered: 1 for a count, the number, or how many different texts; for gaps the
 *     milliseconds since the event before it
 */
public record Contribution(String eventId, Instant time, Instant tile, double entered) {}
