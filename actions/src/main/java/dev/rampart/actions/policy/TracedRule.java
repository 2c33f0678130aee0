package dev.rampart.actions.policy;

import dev.rampart.actions.rule.RuleTrace;

/**
 * A rule in force and what it came to for one event, whether or not it matched.
 *
 * @param rule policy, version, rule and the mode in which it acts on the event's account
 * @param text condition as written
 * @param trace what each part of it came to
 */
public record TracedRule(RuleMatch rule, String text, RuleTrace trace) {}
