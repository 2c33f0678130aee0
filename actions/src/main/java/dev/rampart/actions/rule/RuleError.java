package dev.rampart.actions.rule;

/**
 * What is wrong with the text of a rule, in CEL's own words.
 *
 * @param line line within the rule's text, from 1
 * @param column column within that line, in code points, from 0
 */
public record RuleError(int line, int column, String message) {}
