package dev.rampart.classifiers.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What accounts' features were at the moments when they wrote, from the decisions that the program
 * writes as JSON lines, and what each of those messages was known to be. Read by one thread.
 */
final class AccountRows {
  /** Abuse that shows in the words alone: an account's behaviour does not tell it. */
  private static final String IN_WORDS_ONLY = "TOXICITY";

  private static final String HARMLESS = "NONE";

  private final Path file;
  private final Map<String, String> kinds;
  private final List<String> names = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();
  private final List<Boolean> truth = new ArrayList<>();
  private String catalogue = "";

  private AccountRows(Path file, Map<String, String> kinds) {
    this.file = file;
    this.kinds = kinds;
  }

  /**
   * Reads the decisions about messages whose truth is known.
   *
   * @param kinds by event id
   * @throws IllegalArgumentException when decisions are of several catalogue versions, or those
   *     whose truth is known are not of both kinds
   */
  static AccountRows read(Path decisions, Map<String, String> kinds) {
    AccountRows rows = new AccountRows(decisions, kinds);
    JsonRows.each(decisions, rows::add);
    if (!rows.truth.contains(true) || !rows.truth.contains(false)) {
      throw new IllegalArgumentException(
          "%s: found %d messages whose truth is known, allowed: some that are abuse and some not"
              .formatted(decisions, rows.size()));
    }
    return rows;
  }

  /** What each event was, from lines of {@code {"event_id": …, "kind": …}}. */
  static Map<String, String> kinds(Path truth) {
    Map<String, String> kinds = new HashMap<>();
    JsonRows.each(
        truth, line -> kinds.put(line.path("event_id").asText(), line.path("kind").asText()));
    return kinds;
  }

  private void add(JsonNode decision) {
    String kind = kinds.getOrDefault(decision.path("event_id").asText(), IN_WORDS_ONLY);
    if (!"MESSAGE".equals(decision.path("event_type").asText()) || kind.equals(IN_WORDS_ONLY)) {
      return;
    }
    String version = decision.path("catalogue_version").asText();
    if (values.isEmpty()) {
      catalogue = version;
      decision.path("features").fieldNames().forEachRemaining(names::add);
    }
    if (!version.equals(catalogue)) {
      throw new IllegalArgumentException(
          file
              + ": catalogue_version: found "
              + version
              + ", allowed: "
              + catalogue
              + " as before");
    }
    values.add(vector(decision.path("features")));
    truth.add(!kind.equals(HARMLESS));
  }

  private float[] vector(JsonNode features) {
    float[] vector = new float[names.size()];
    for (int f = 0; f < vector.length; f++) {
      JsonNode value = features.path(names.get(f));
      vector[f] = value.isNumber() ? value.floatValue() : Float.NaN;
    }
    return vector;
  }

  /** Version of the feature catalogue that made the values. */
  String catalogue() {
    return catalogue;
  }

  List<String> names() {
    return List.copyOf(names);
  }

  int size() {
    return values.size();
  }

  /** The features of a moment, NaN where one has no value. */
  float[] values(int row) {
    return values.get(row);
  }

  /** Whether the message was abuse. */
  boolean truth(int row) {
    return truth.get(row);
  }
}
