package dev.rampart.classifiers.evaluation;

import java.util.Map;

/**
 * A message whose labels somebody judged.
 *
 * @param text of it
 * @param labels that were judged; the others are unknown
 */
public record LabelledMessage(String text, Map<String, Boolean> labels) {}
