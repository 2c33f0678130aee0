package dev.rampart.actions.document;

/**
 * A number that rules name and analysts tune.
 *
 * @param value between min and max
 * @param min least value that may be set
 * @param max greatest value that may be set
 * @param unit what it counts, {@code score} or {@code messages} for instance; may be empty
 * @param means what raising or lowering it does, for the analyst; may be empty
 */
public record Threshold(double value, double min, double max, String unit, String means) {}
