package dev.rampart.actions.policy;

import java.util.List;

/**
 * What the policies in force say of one event.
 *
 * @param matches every rule that matched, policies by id and rules as written
 * @param intents every action that they ask for, in the same order; conflicts are not resolved yet
 */
public record Verdict(List<RuleMatch> matches, List<ActionIntent> intents) {
  /** Nothing matched. */
  public static final Verdict NONE = new Verdict(List.of(), List.of());

  public Verdict {
    matches = List.copyOf(matches);
    intents = List.copyOf(intents);
  }
}
