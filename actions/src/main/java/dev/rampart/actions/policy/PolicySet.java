package dev.rampart.actions.policy;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.rule.Truth;
import dev.rampart.schemas.EventType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The policies in force. Immutable, and any thread may evaluate with it. A pure function of its
 * inputs: the same policies, event, values and standing give the same verdict.
 */
public final class PolicySet {
  private static final ActiveRule[] NO_RULES = {};

  private final Map<String, Integer> versions;
  private final List<ActiveRule> rules;
  private final ActiveRule[] messageRules;
  private final ActiveRule[] userRules;
  private final ActiveRule[] feedbackRules;
  private final ActiveRule[] findingRules;

  PolicySet(Map<String, Integer> versions, List<ActiveRule> rules) {
    this.versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    this.rules = List.copyOf(rules);
    this.messageRules = rulesFor(EventType.MESSAGE);
    this.userRules = rulesFor(EventType.USER);
    this.feedbackRules = rulesFor(EventType.FEEDBACK);
    this.findingRules = rulesFor(EventType.FINDING);
  }

  private ActiveRule[] rulesFor(EventType type) {
    return rules.stream()
        .filter(rule -> rule.document().events().contains(type))
        .toArray(ActiveRule[]::new);
  }

  /**
   * Reads every {@code *.yml} file of a directory.
   *
   * @throws PolicyException with everything that is wrong with all the files
   */
  public static PolicySet load(Path directory, PolicyVocabulary vocabulary) throws PolicyException {
    return new PolicyLoader(vocabulary).load(directory);
  }

  /**
   * Compiles policies.
   *
   * @throws PolicyException with everything that is wrong with all of them
   */
  public static PolicySet of(List<PolicyDocument> documents, PolicyVocabulary vocabulary)
      throws PolicyException {
    return new PolicyLoader(vocabulary).compile(documents, List.of());
  }

  /**
   * Versions of the policies in force at a moment of event time, by policy id. Policies from files
   * are in force at every time.
   */
  public Map<String, Integer> versionsAt(long eventTime) {
    return versions;
  }

  /** Failed evaluations of each rule since the policies were compiled, by {@code policy/rule}. */
  public Map<String, Long> evaluationErrors() {
    return rules.stream()
        .collect(
            Collectors.toMap(
                ActiveRule::name, ActiveRule::errors, (one, other) -> one, TreeMap::new));
  }

  /**
   * What the policies in force at the event's time say of it. Never throws for what an event holds;
   * a rule that cannot be evaluated does what its {@code on_missing} says. Allocates nothing when
   * no rule matches and none needs the CEL interpreter.
   *
   * @param features in the order of the vocabulary, NaN where one is missing
   * @param scores in the order of the vocabulary, NaN where one is missing
   * @param standing of the account, before this event
   */
  public Verdict evaluate(EventView event, double[] features, float[] scores, Standing standing) {
    Collector collector = null;
    for (ActiveRule rule : rulesFor((String) event.value(EventField.TYPE))) {
      Truth truth = rule.test(event, features, scores, standing);
      if (truth != Truth.FALSE && rule.matches(truth)) {
        collector = collector == null ? new Collector() : collector;
        collector.add(rule, truth, event, features, scores, standing);
      }
    }
    return collector == null ? Verdict.NONE : collector.verdict();
  }

  private ActiveRule[] rulesFor(String type) {
    return switch (type) {
      case "message" -> messageRules;
      case "user" -> userRules;
      case "feedback" -> feedbackRules;
      case "finding" -> findingRules;
      default -> NO_RULES;
    };
  }

  private static final class Collector {
    private final List<RuleMatch> matches = new ArrayList<>();
    private final List<ActionIntent> intents = new ArrayList<>();

    void add(
        ActiveRule rule,
        Truth truth,
        EventView event,
        double[] features,
        float[] scores,
        Standing standing) {
      RuleMatch match = rule.match(event);
      matches.add(match);
      rule.intents(
          truth, match, event, rule.reasons(event, features, scores, standing), intents::add);
    }

    Verdict verdict() {
      return new Verdict(matches, intents);
    }
  }
}
