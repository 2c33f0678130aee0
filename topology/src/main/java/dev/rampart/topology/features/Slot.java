package dev.rampart.topology.features;

/**
 * A storage with the places of its inputs in an {@link Observation}.
 *
 * @param tiling index of its tiling, -1 where it has none
 * @param filter index of its condition
 * @param value index of its number, text or time, -1 where there is none
 * @param tiles tiles in its window, 0 where it has no tiling
 */
record Slot(SlotSpec spec, int fingerprint, int tiling, int filter, int value, int tiles) {}
