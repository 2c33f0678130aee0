package dev.rampart.actions.policy;

import java.util.Arrays;
import java.util.List;

/**
 * A small vocabulary for policies that tests make up: the features and scores of the first version.
 */
public final class FirstCatalogue {
  public static final PolicyVocabulary VOCABULARY =
      new PolicyVocabulary(
          List.of(
              "author_messages_1m",
              "author_messages_1h",
              "account_age_days",
              "author_links_1h",
              "author_mentions_1h"),
          List.of(
              "toxicity.toxic",
              "toxicity.hate",
              "toxicity.harassment",
              "toxicity.sexist",
              "toxicity.profanity"));

  private FirstCatalogue() {}

  /** Features of a member of two years who writes now and then. */
  public static double[] calmFeatures() {
    return new double[] {1, 4, 730, 0, 0};
  }

  /** Scores of a friendly message. */
  public static float[] calmScores() {
    float[] scores = new float[VOCABULARY.scores().size()];
    Arrays.fill(scores, 0.02f);
    return scores;
  }

  public static float[] scores(String name, double value) {
    float[] scores = calmScores();
    scores[VOCABULARY.scores().indexOf(name)] = (float) value;
    return scores;
  }
}
