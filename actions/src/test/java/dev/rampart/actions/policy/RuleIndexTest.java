package dev.rampart.actions.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.event.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleIndexTest {
  private static final PolicyVocabulary VOCABULARY =
      new PolicyVocabulary(List.of("a", "b", "c"), List.of("m.x", "m.y"));
  private static final int RULES = 240;

  /** Fewer rules than an index is made for. */
  private static final int CHUNK = 40;

  private final Random random = new Random(11);

  @Test
  void shouldFindTheRulesThatTestingEachWouldFind() throws PolicyException {
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < RULES; i++) {
      rules.add(
          "  - {id: r%03d, on_missing: %s, when: \"%s\"}\n"
              .formatted(i, random.nextBoolean() ? "match" : "no_match", condition(2)));
    }
    PolicySet indexed = set("p", rules);
    List<PolicySet> chunks = new ArrayList<>();
    for (int i = 0; i < RULES; i += CHUNK) {
      chunks.add(set("p", rules.subList(i, i + CHUNK)));
    }

    for (int i = 0; i < 400; i++) {
      double[] features = {value(), value(), value()};
      float[] scores = {(float) value(), (float) value()};
      assertThat(matches(indexed, features, scores))
          .containsExactlyElementsOf(
              chunks.stream().flatMap(set -> matches(set, features, scores).stream()).toList());
    }
  }

  private String condition(int depth) {
    int choice = random.nextInt(depth == 0 ? 1 : 5);
    return switch (choice) {
      case 1, 2 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
      case 3 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
      case 4 -> "!(" + condition(depth - 1) + ")";
      default -> comparison();
    };
  }

  private String comparison() {
    List<String> names =
        List.of("features.a", "features.b", "features.c", "scores.m.x", "scores.m.y");
    List<String> signs = List.of("<", "<=", ">", ">=", "==", "!=");
    String name = names.get(random.nextInt(names.size()));
    String sign = signs.get(random.nextInt(signs.size()));
    int bound = random.nextInt(5);
    boolean whole = !List.of("==", "!=").contains(sign);
    String number = whole && random.nextBoolean() ? String.valueOf(bound) : bound + ".0";
    return random.nextBoolean()
        ? name + " " + sign + " " + number
        : number + " " + sign + " " + name;
  }

  private double value() {
    int drawn = random.nextInt(7);
    return drawn == 6 ? Double.NaN : drawn == 5 ? -0.0 : drawn;
  }

  private static PolicySet set(String id, List<String> rules) throws PolicyException {
    String yaml = "policy: " + id + "\nversion: 1\nstate: live\nrules:\n" + String.join("", rules);
    return PolicySet.of(List.of(PolicyDocument.parse("p.yml", yaml)), VOCABULARY);
  }

  private static List<RuleMatch> matches(PolicySet policies, double[] features, float[] scores) {
    return policies.evaluate(FakeEvent.message(), features, scores, Standing.CLEAN).matches();
  }
}
