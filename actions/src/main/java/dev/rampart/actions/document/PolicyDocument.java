package dev.rampart.actions.document;

import dev.rampart.schemas.PolicyState;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A policy as written. Its structure is valid; its rules are not compiled yet.
 *
 * @param source where the text came from, for messages
 * @param policy id of the policy
 * @param version 1 or more
 * @param canaryShare share of accounts, 0 to 1, for whom a CANARY policy acts
 * @param strikesExpire how long a strike counts
 * @param thresholds by name
 * @param overrides other values of thresholds for some events; of several that hold and name a
 *     threshold the first wins
 * @param ladder steps in the order of their strikes; empty for none
 * @param allowed whom the policy spares
 * @param guardrails what holds it in bounds
 */
public record PolicyDocument(
    String source,
    String policy,
    int version,
    String description,
    PolicyState state,
    double canaryShare,
    Duration strikesExpire,
    Map<String, Threshold> thresholds,
    List<ThresholdOverride> overrides,
    List<LadderStep> ladder,
    AllowList allowed,
    Guardrails guardrails,
    List<RuleDocument> rules) {
  public PolicyDocument {
    thresholds = Map.copyOf(thresholds);
    overrides = List.copyOf(overrides);
    ladder = List.copyOf(ladder);
    rules = List.copyOf(rules);
  }

  /**
   * Reads a policy.
   *
   * @param source name of the file, for messages
   * @throws PolicyException with everything that is wrong with the structure
   */
  public static PolicyDocument parse(String source, String yaml) throws PolicyException {
    return new PolicyParser(source, yaml).parse();
  }

  /** The same policy in another state. */
  public PolicyDocument inState(PolicyState other) {
    return new PolicyDocument(
        source,
        policy,
        version,
        description,
        other,
        canaryShare,
        strikesExpire,
        thresholds,
        overrides,
        ladder,
        allowed,
        guardrails,
        rules);
  }
}
