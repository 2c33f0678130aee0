package dev.rampart.classifiers.manifest;

import java.util.Map;

/**
 * Thresholds that a stated share of the held-out negatives exceeds.
 *
 * @param falsePositiveRate that share, 0 to 1
 * @param thresholds by label
 */
public record OperatingPoint(double falsePositiveRate, Map<String, Double> thresholds) {}
