package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyTransition;
import dev.rampart.schemas.PolicyVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What can be done to a version of a policy. Each call writes the audit and then the record, and
 * says from which event time on it holds. Confined to one thread.
 */
public final class PolicyDesk {
  private final PolicyTopics topics;
  private final Clock clock;

  /**
   * @param clock tells when something is done
   */
  public PolicyDesk(PolicyTopics topics, Clock clock) {
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * Brings a version to a state. Where four eyes are asked for, a state that acts (CANARY, LIVE)
   * waits for {@link #approve}.
   *
   * @param share of accounts, 0 to 1, for a canary
   * @param in how far ahead the change holds
   * @throws CommandFailure where the version was published before with another text
   */
  public Published publish(
      PolicyText text, PolicyState state, double share, Duration in, Signature by) {
    return topics.change(() -> published(text, state, share, in, by));
  }

  private Published published(
      PolicyText text, PolicyState state, double share, Duration in, Signature by) {
    Optional<PolicyVersion> known =
        Optional.ofNullable(topics.versions().get(Transitions.key(text.policy(), text.version())));
    known
        .filter(version -> !version.getDocument().equals(text.yaml()))
        .ifPresent(version -> refuseOtherText(text));
    boolean waits = acts(state) && Settings.of(topics.control()).fourEyes();
    PolicyTransition next = transition(state, share, in, by);
    PolicyVersion record =
        known
            .map(version -> Transitions.after(version, next, waits))
            .orElseGet(() -> Transitions.first(text, next, waits));
    return write(record, "policy.publish", by);
  }

  private static void refuseOtherText(PolicyText text) {
    throw CommandFailure.wrongUsage(
        "%s: version %d was published with another text, allowed is a new version"
            .formatted(text.policy(), text.version()));
  }

  private static boolean acts(PolicyState state) {
    return state == PolicyState.CANARY || state == PolicyState.LIVE;
  }

  /**
   * Approves the version that waits.
   *
   * @throws CommandFailure where none waits, or its author is the one who approves
   */
  public Published approve(String policy, Duration in, Signature by) {
    return topics.change(() -> approved(policy, in, by));
  }

  private Published approved(String policy, Duration in, Signature by) {
    PolicyVersion waiting =
        shelf(policy)
            .waiting()
            .orElseThrow(() -> CommandFailure.failed(policy + ": no version waits for approval"));
    if (waiting.getAuthor().equals(by.who())) {
      throw CommandFailure.failed(
          policy + ": found " + by.who() + ", the author, allowed is another person");
    }
    PolicyVersion record =
        PolicyVersion.newBuilder(waiting)
            .setApprover(by.who())
            .setWaitsForApproval(false)
            .setEffectiveFrom(now().plus(in))
            .setPublishedAt(now())
            .build();
    return write(record, "policy.approve", by);
  }

  /** Brings a version that was published to another state, without waiting for anybody. */
  public Published move(
      PolicyVersion version, PolicyState state, String operation, Duration in, Signature by) {
    PolicyTransition next = transition(state, 0, in, by);
    return write(Transitions.after(version, next, false), operation, by);
  }

  /** Makes several changes as one. */
  <T> T change(Supplier<T> work) {
    return topics.change(work);
  }

  /** The versions of a policy. */
  PolicyShelf shelf(String policy) {
    PolicyShelf shelf = PolicyShelf.of(policy, topics.versions().values());
    if (shelf.versions().isEmpty()) {
      throw CommandFailure.wrongUsage(policy + ": no version of it was published");
    }
    return shelf;
  }

  private Published write(PolicyVersion record, String operation, Signature by) {
    String key = Transitions.key(record.getPolicy(), record.getVersion());
    Map<String, String> details = new LinkedHashMap<>();
    details.put("state", record.getState().name());
    details.put("canary_share", Double.toString(record.getCanaryShare()));
    details.put("effective_from", record.getEffectiveFrom().toString());
    details.put("waits_for_approval", Boolean.toString(record.getWaitsForApproval()));
    topics.write(by, new Deed(operation, "policy:" + key, details), now(), key, record);
    return Published.of(record);
  }

  private PolicyTransition transition(PolicyState state, double share, Duration in, Signature by) {
    return PolicyTransition.newBuilder()
        .setState(state)
        .setCanaryShare(state == PolicyState.CANARY ? share : 0)
        .setAuthor(by.who())
        .setReason(by.reason())
        .setEffectiveFrom(now().plus(in))
        .setPublishedAt(now())
        .build();
  }

  private Instant now() {
    return clock.instant();
  }
}
