package dev.rampart.actions.policy;

import dev.rampart.schemas.PolicyMode;

/**
 * A rule that matched.
 *
 * @param mode LIVE or CANARY when its actions are to be done, SHADOW when they are only recorded
 */
public record RuleMatch(String policy, int policyVersion, String rule, PolicyMode mode) {}
