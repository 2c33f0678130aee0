package dev.rampart.ops.policies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.actions.policy.Verdict;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A captured event, the values that it was decided with, and what policies are expected to say of
 * it.
 *
 * @param name of the case
 * @param features in the vocabulary's order, NaN where the case has none
 * @param scores in the vocabulary's order, NaN where the case has none
 * @param rules that match, as {@code policy/rule}
 * @param actions that they ask for, as {@code policy/rule/kind}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; evaluation wants arrays
record PolicyCase(
    String name,
    EventView event,
    double[] features,
    float[] scores,
    Standing standing,
    Set<String> rules,
    Set<String> actions) {

  /**
   * What came of a case.
   *
   * @param missing what was expected and did not come
   * @param unexpected what came and was not expected
   */
  record Outcome(String name, Set<String> missing, Set<String> unexpected) {
    boolean passed() {
      return missing.isEmpty() && unexpected.isEmpty();
    }

    String line() {
      return name
          + (missing.isEmpty() ? "" : ": missing " + String.join(", ", missing))
          + (unexpected.isEmpty() ? "" : ": not expected " + String.join(", ", unexpected));
    }
  }

  Outcome judge(PolicySet policies) {
    Verdict verdict = policies.evaluate(event, features, scores, standing);
    Set<String> found = new TreeSet<>();
    verdict.matches().forEach(match -> found.add(match.policy() + "/" + match.rule()));
    verdict.intents().forEach(intent -> found.add(name(intent)));
    Set<String> expected = new TreeSet<>(rules);
    expected.addAll(actions);
    return new Outcome(name, without(expected, found), without(found, expected));
  }

  private static String name(ActionIntent intent) {
    return intent.match().policy()
        + "/"
        + intent.match().rule()
        + "/"
        + intent.kind().name().toLowerCase(Locale.ROOT);
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    return all.stream()
        .filter(name -> !others.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static double[] features(JsonNode given, PolicyVocabulary vocabulary) {
    return vocabulary.features().stream()
        .mapToDouble(name -> given.path(name).asDouble(Double.NaN))
        .toArray();
  }

  static float[] scores(JsonNode given, PolicyVocabulary vocabulary) {
    float[] scores = new float[vocabulary.scores().size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) given.path(vocabulary.scores().get(i)).asDouble(Double.NaN);
    }
    return scores;
  }
}
