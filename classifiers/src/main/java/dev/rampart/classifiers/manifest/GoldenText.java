package dev.rampart.classifiers.manifest;

import java.util.List;

/**
 * A text with the scores that the model gave where it was made.
 *
 * @param text harmless, our own
 * @param features for a model that reads them, else empty
 * @param scores one for each label
 */
public record GoldenText(String text, List<Double> features, List<Double> scores) {}
