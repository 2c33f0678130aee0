package dev.rampart.ops.features;

import java.util.Map;

/**
 * What a line of a decisions file says about the features of an event.
 *
 * @param line its number in the file, from 1
 * @param topic topic that the event was read from
 * @param features values that were served, by name; NaN where there was none
 */
record DecidedEvent(
    long line,
    String eventId,
    String author,
    String catalogueVersion,
    String topic,
    int partition,
    long offset,
    Map<String, Double> features) {}
