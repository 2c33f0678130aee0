package dev.rampart.topology.enrich;

import dev.rampart.topology.event.InputEvent;

/**
 * An event and the behaviour features of its account at that moment.
 *
 * @param event the event
 * @param features values in the catalogue's order, NaN where a feature has none
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; copying would cost on the hot path
public record Enriched(InputEvent event, double[] features) {}
