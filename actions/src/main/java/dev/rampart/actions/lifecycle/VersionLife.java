package dev.rampart.actions.lifecycle;

import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.schemas.PolicyTransition;
import java.util.List;

/**
 * A version and its states.
 *
 * @param yaml the text that was compiled
 * @param transitions those that hold or will hold, the oldest first
 */
record VersionLife(CompiledPolicy policy, String yaml, List<PolicyTransition> transitions) {
  VersionLife {
    transitions = List.copyOf(transitions);
  }
}
