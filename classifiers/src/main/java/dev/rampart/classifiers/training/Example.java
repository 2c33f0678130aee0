package dev.rampart.classifiers.training;

import java.util.Map;

/**
 * A labelled text.
 *
 * @param text as published
 * @param source which set it is from
 * @param labels what is known of it; a label that is not named is unknown, not negative
 * @param weight of its errors in training, 1 for most
 */
public record Example(String text, String source, Map<String, Boolean> labels, float weight) {
  /** Whether the label is known to hold. */
  public boolean is(String label) {
    return Boolean.TRUE.equals(labels.get(label));
  }

  /** The same text with other labels. */
  Example with(Map<String, Boolean> others) {
    return new Example(text, source, others, weight);
  }

  public static Example of(String text, String source, Map<String, Boolean> labels) {
    return new Example(text, source, labels, 1f);
  }
}
