package dev.rampart.actions.policy;

import static dev.rampart.actions.policy.FirstCatalogue.VOCABULARY;
import static dev.rampart.actions.policy.FirstCatalogue.calmFeatures;
import static dev.rampart.actions.policy.FirstCatalogue.calmScores;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.event.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Prints what evaluating policies costs, per event. Run with {@code ./mvnw -q -pl actions -am
 * test-compile} and then this class on the test class path; {@code actions/README.md} has the
 * command and the figures.
 */
public final class PolicyBenchmark {
  private static final int ROUNDS = 6;

  private PolicyBenchmark() {}

  public static void main(String[] arguments) throws PolicyException {
    FakeEvent calm = FakeEvent.message().with(EventField.LINK_COUNT, 1L);
    measureShipped(calm);
    PolicySet thousand = thousandRules("scores.toxicity.hate >= 0.9%03d && event.link_count > 0");
    measure("1,000 rules, nothing matches", thousand, calm, calmFeatures(), calmScores(), 50_000);
    PolicySet celOnly =
        set("      - {id: r, when: features.account_age_days + features.author_links_1h < 0.0}\n");
    measure("one rule that needs CEL", celOnly, calm, calmFeatures(), calmScores(), 1_000_000);
  }

  private static void measureShipped(FakeEvent calm) throws PolicyException {
    PolicySet shipped =
        PolicySet.load(ShippedVocabulary.shippedPolicies(), ShippedVocabulary.VOCABULARY);
    double[] features = ShippedVocabulary.calmFeatures();
    float[] scores = ShippedVocabulary.calmScores();
    measure("shipped policies, nothing matches", shipped, calm, features, scores, 5_000_000);
    float[] hate = ShippedVocabulary.calmScoresBut(Map.of("toxicity.hate", 0.97));
    measure("shipped policies, hate", shipped, calm, features, hate, 500_000);
  }

  private static PolicySet thousandRules(String when) throws PolicyException {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      rules.append(String.format(Locale.ROOT, "      - {id: r%d, when: \"" + when + "\"}%n", i, i));
    }
    return set(rules.toString());
  }

  private static PolicySet set(String rules) throws PolicyException {
    String yaml = "policy: bench\nversion: 1\nstate: live\nrules:\n" + rules;
    return PolicySet.of(List.of(PolicyDocument.parse("bench.yml", yaml)), VOCABULARY);
  }

  private static void measure(
      String name, PolicySet set, FakeEvent event, double[] features, float[] scores, int events) {
    LongConsumer round =
        count -> {
          for (long i = 0; i < count; i++) {
            set.evaluate(event, features, scores, Standing.CLEAN);
          }
        };
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      round.accept(events);
      best = Math.min(best, (double) (System.nanoTime() - start) / events);
    }
    System.out.printf(Locale.ROOT, "%-36s %10.1f ns an event%n", name, best);
  }
}
