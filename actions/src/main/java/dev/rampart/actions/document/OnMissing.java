package dev.rampart.actions.document;

/**
 * What a rule means for an event when a feature or score that its answer depends on has no value,
 * or when its evaluation fails.
 */
public enum OnMissing {
  /** The rule does not match. */
  NO_MATCH,
  /** The rule matches, with all its actions and strikes. */
  MATCH,
  /** The rule matches, with a single REVIEW in place of its actions, and no strikes. */
  REVIEW
}
