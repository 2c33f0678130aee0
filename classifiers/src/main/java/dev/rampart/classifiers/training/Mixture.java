package dev.rampart.classifiers.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The examples of one model, mixed from several sets.
 *
 * @param model name
 * @param labels in the order of the output
 * @param examples each text once; where sets disagree the first one's labels hold
 */
record Mixture(String model, List<String> labels, List<Example> examples) {

  /** A mixture without repeated texts: case and white space aside. */
  static Mixture of(String model, List<String> labels, List<Example> examples) {
    Map<String, Example> distinct = new LinkedHashMap<>();
    for (Example example : examples) {
      distinct.putIfAbsent(key(example.text()), example);
    }
    return new Mixture(model, labels, new ArrayList<>(distinct.values()));
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").trim();
  }

  /** How many examples each set gave. */
  Map<String, Long> sources() {
    Map<String, Long> sources = new LinkedHashMap<>();
    examples.forEach(example -> sources.merge(example.source(), 1L, Long::sum));
    return sources;
  }
}
