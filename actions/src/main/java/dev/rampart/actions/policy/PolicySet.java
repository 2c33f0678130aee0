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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The policies in force. Immutable, and any thread may evaluate with it. A pure function of its
 * inputs: the same policies, event, values and standing give the same verdict.
 */
public final class PolicySet implements Policies {
  private static final RuleIndex NO_RULES = new RuleIndex(List.of());

  private final Map<String, Integer> versions;
  private final Map<String, Double> reviewSamples;
  private final List<ActiveRule> rules;
  private final RuleIndex messageRules;
  private final RuleIndex userRules;
  private final RuleIndex feedbackRules;
  private final RuleIndex findingRules;

  /**
   * @param reviewSamples share of its actions that people see afterwards, by policy
   */
  PolicySet(
      Map<String, Integer> versions, Map<String, Double> reviewSamples, List<ActiveRule> rules) {
    this.reviewSamples = Map.copyOf(reviewSamples);
    this.versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    this.rules = List.copyOf(rules);
    this.messageRules = rulesFor(EventType.MESSAGE);
    this.userRules = rulesFor(EventType.USER);
    this.feedbackRules = rulesFor(EventType.FEEDBACK);
    this.findingRules = rulesFor(EventType.FINDING);
  }

  private RuleIndex rulesFor(EventType type) {
    return new RuleIndex(
        rules.stream().filter(rule -> rule.document().events().contains(type)).toList());
  }

  /**
   * Reads every {@code *.yml} file of a directory.
   *
   * @throws PolicyException with everything that is wrong with all the files
   */
  public static PolicySet load(Path directory, PolicyVocabulary vocabulary) throws PolicyException {
    return asWritten(CompiledPolicy.load(directory, vocabulary));
  }

  /**
   * Compiles policies.
   *
   * @throws PolicyException with everything that is wrong with all of them
   */
  public static PolicySet of(List<PolicyDocument> documents, PolicyVocabulary vocabulary)
      throws PolicyException {
    return asWritten(new PolicyLoader(vocabulary).compileAll(documents));
  }

  /** Policies in the states that their texts name. */
  public static PolicySet asWritten(List<CompiledPolicy> policies) {
    return inForce(policies.stream().map(PolicyInForce::asWritten).toList());
  }

  /**
   * Versions side by side: of each policy at most one LIVE, one CANARY and one SHADOW. For an
   * account in a canary's share the live version of that policy is evaluated as SHADOW.
   */
  public static PolicySet inForce(List<PolicyInForce> policies) {
    return new PolicyAssembler(policies).assemble();
  }

  /** This set, which holds at every time. */
  @Override
  public PolicySet at(long eventTime) {
    return this;
  }

  /**
   * Versions of the policies in force. A version that acts most (LIVE before CANARY before SHADOW)
   * stands under its policy's id, a canary beside it under {@code id@canary}, a shadow beside it
   * under {@code id@shadow}.
   */
  public Map<String, Integer> versions() {
    return versions;
  }

  /** Share of the automatic actions of a policy, 0 to 1, that people see afterwards. */
  public double reviewSample(String policy) {
    return reviewSamples.getOrDefault(policy, 0.0);
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
   * a rule that cannot be evaluated does what its {@code on_missing} says. Allocates at most one
   * bit a rule when no rule matches and none needs the CEL interpreter.
   *
   * @param features in the order of the vocabulary, NaN where one is missing
   * @param scores in the order of the vocabulary, NaN where one is missing
   * @param standing of the account, before this event
   */
  public Verdict evaluate(EventView event, double[] features, float[] scores, Standing standing) {
    RuleIndex index = rulesFor((String) event.value(EventField.TYPE));
    long[] candidates = index.candidates(features, scores);
    Collector collector = null;
    for (int word = 0; word < candidates.length; word++) {
      for (long left = candidates[word]; left != 0; left &= left - 1) {
        ActiveRule rule = index.rule((word << 6) + Long.numberOfTrailingZeros(left));
        Truth truth = rule.test(event, features, scores, standing);
        if (truth != Truth.FALSE && rule.matches(truth)) {
          collector = collector == null ? new Collector() : collector;
          collector.add(rule, truth, event, features, scores, standing);
        }
      }
    }
    return collector == null ? Verdict.NONE : collector.verdict();
  }

  /**
   * Every rule that looks at events of this type, with what each of its parts comes to; slow, for a
   * person who asks why.
   */
  public List<TracedRule> trace(
      EventView event, double[] features, float[] scores, Standing standing) {
    EventType type =
        EventType.valueOf(((String) event.value(EventField.TYPE)).toUpperCase(Locale.ROOT));
    return rules.stream()
        .filter(rule -> rule.document().events().contains(type))
        .map(rule -> rule.trace(event, features, scores, standing))
        .toList();
  }

  /** The policies as written, each version once. */
  public List<PolicyDocument> documents() {
    return rules.stream().map(ActiveRule::policy).distinct().toList();
  }

  private RuleIndex rulesFor(String type) {
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
