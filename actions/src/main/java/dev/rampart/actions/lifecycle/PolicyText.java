package dev.rampart.actions.lifecycle;

/**
 * The text of a version.
 *
 * @param policy id of the policy
 * @param version 1 or more
 * @param yaml the document
 */
public record PolicyText(String policy, int version, String yaml) {}
