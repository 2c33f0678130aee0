package dev.rampart.actions.policy;

import dev.rampart.schemas.PolicyState;

/**
 * A version of a policy in the state that it is in for a while.
 *
 * @param state what the version's own text says of its state does not matter here
 * @param canaryShare share of accounts, 0 to 1, for whom a CANARY version acts
 */
public record PolicyInForce(CompiledPolicy policy, PolicyState state, double canaryShare) {
  /** The policy in the state that its text names. */
  public static PolicyInForce asWritten(CompiledPolicy policy) {
    return new PolicyInForce(policy, policy.document().state(), policy.document().canaryShare());
  }

  /** Id of the policy. */
  public String id() {
    return policy.document().policy();
  }

  /** Version of the policy. */
  public int version() {
    return policy.document().version();
  }

  boolean isEvaluated() {
    return switch (state) {
      case SHADOW, CANARY, LIVE -> true;
      case DRAFT, RETIRED -> false;
    };
  }
}
