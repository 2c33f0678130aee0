package dev.rampart.ops.policies;

import dev.rampart.schemas.PolicyState;
import java.time.Duration;

/**
 * A version that is to come to a state.
 *
 * @param document the policy as YAML
 * @param canaryShare of accounts, 0 to 1, for a canary
 * @param effectiveIn how far ahead the change holds
 */
public record Publication(
    String policy, String document, PolicyState state, double canaryShare, Duration effectiveIn) {}
