package dev.rampart.topology.features;

import dev.rampart.actions.rule.EventCondition;

/**
 * What is read from an event for a set of storages, each once however many use it.
 *
 * @param filters conditions
 * @param numbers numbers and times
 * @param texts texts, read only when asked for
 * @param tilings cuts of windows
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; arrays keep the hot path flat.
record Inputs(
    EventCondition[] filters, EventNumber[] numbers, EventText[] texts, Tiling[] tilings) {}
