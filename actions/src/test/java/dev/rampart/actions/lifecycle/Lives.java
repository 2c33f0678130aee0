package dev.rampart.actions.lifecycle;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyTransition;
import dev.rampart.schemas.PolicyVersion;
import java.time.Instant;
import java.util.List;

/** Policies and records of them for tests. */
final class Lives {
  static final PolicyVocabulary VOCABULARY = new PolicyVocabulary(List.of("pace"), List.of());

  private Lives() {}

  static String yaml(String policy, int version) {
    return """
        policy: %s
        version: %d
        state: live
        rules:
          - id: quick
            when: features.pace > 3.0
            actions:
              - {kind: mute, duration: PT1H}
        """
        .formatted(policy, version);
  }

  static CompiledPolicy file(String policy, int version) throws PolicyException {
    return CompiledPolicy.of(
        PolicyDocument.parse(policy + ".yml", yaml(policy, version)), VOCABULARY);
  }

  static PolicyTransition to(PolicyState state, double share, long from) {
    return PolicyTransition.newBuilder()
        .setState(state)
        .setCanaryShare(share)
        .setAuthor("ada")
        .setReason("a test")
        .setEffectiveFrom(Instant.ofEpochMilli(from))
        .setPublishedAt(Instant.ofEpochMilli(from))
        .build();
  }

  static PolicyVersion first(String policy, int version, PolicyState state, long from) {
    return Transitions.first(
        new PolicyText(policy, version, yaml(policy, version)), to(state, 0, from), false);
  }
}
