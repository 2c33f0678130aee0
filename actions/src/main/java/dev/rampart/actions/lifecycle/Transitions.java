package dev.rampart.actions.lifecycle;

import dev.rampart.schemas.PolicyTransition;
import dev.rampart.schemas.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The states of a version as its newest record tells them. */
public final class Transitions {
  private Transitions() {}

  /** Key of the record of a version on the {@code policies} topic, {@code spam@3} for instance. */
  public static String key(String policy, int version) {
    return policy + "@" + version;
  }

  /** The policy that a key names. */
  public static String policyOf(String key) {
    return key.substring(0, key.lastIndexOf('@'));
  }

  /** The states that hold or will hold, the oldest first; one that waits for approval does not. */
  public static List<PolicyTransition> inForce(PolicyVersion record) {
    List<PolicyTransition> transitions = new ArrayList<>(record.getHistory());
    if (!record.getWaitsForApproval()) {
      transitions.add(newest(record));
    }
    return transitions;
  }

  /** The last state that was not held back by a missing approval; empty when there is none. */
  public static Optional<PolicyTransition> last(PolicyVersion record) {
    List<PolicyTransition> transitions = inForce(record);
    return transitions.isEmpty()
        ? Optional.empty()
        : Optional.of(transitions.get(transitions.size() - 1));
  }

  /** The state that the record itself was written for. */
  public static PolicyTransition newest(PolicyVersion record) {
    return PolicyTransition.newBuilder()
        .setState(record.getState())
        .setCanaryShare(record.getCanaryShare())
        .setAuthor(record.getAuthor())
        .setApprover(record.getApprover())
        .setReason(record.getReason())
        .setEffectiveFrom(record.getEffectiveFrom())
        .setPublishedAt(record.getPublishedAt())
        .build();
  }

  /**
   * The record of a version that comes to another state. A state that still waited for approval is
   * forgotten.
   *
   * @param known the newest record of the version
   * @param waits whether the new state waits for a second person
   */
  public static PolicyVersion after(PolicyVersion known, PolicyTransition next, boolean waits) {
    return first(known.getPolicy(), known.getVersion(), known.getDocument(), next, waits)
        .setHistory(inForce(known))
        .build();
  }

  /** The first record of a version. */
  public static PolicyVersion first(PolicyText text, PolicyTransition transition, boolean waits) {
    return first(text.policy(), text.version(), text.yaml(), transition, waits).build();
  }

  private static PolicyVersion.Builder first(
      String policy, int version, String yaml, PolicyTransition transition, boolean waits) {
    return PolicyVersion.newBuilder()
        .setPolicy(policy)
        .setVersion(version)
        .setDocument(yaml)
        .setState(transition.getState())
        .setCanaryShare(transition.getCanaryShare())
        .setAuthor(transition.getAuthor())
        .setApprover(transition.getApprover())
        .setReason(transition.getReason())
        .setEffectiveFrom(transition.getEffectiveFrom())
        .setPublishedAt(transition.getPublishedAt())
        .setWaitsForApproval(waits);
  }
}
