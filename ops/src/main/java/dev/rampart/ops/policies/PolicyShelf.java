package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyTransition;
import dev.rampart.schemas.PolicyVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The versions of one policy.
 *
 * @param policy id of the policy
 * @param versions newest record of each, by version
 */
record PolicyShelf(String policy, List<PolicyVersion> versions) {
  private record Arrival(PolicyVersion version, PolicyTransition transition) {
    private static final Comparator<Arrival> ORDER =
        Comparator.<Arrival, Instant>comparing(arrival -> arrival.transition().getEffectiveFrom())
            .thenComparing(arrival -> arrival.transition().getPublishedAt());
  }

  static PolicyShelf of(String policy, Collection<PolicyVersion> all) {
    return new PolicyShelf(
        policy,
        all.stream()
            .filter(record -> record.getPolicy().equals(policy))
            .sorted(Comparator.comparingInt(PolicyVersion::getVersion))
            .toList());
  }

  Optional<PolicyVersion> version(int number) {
    return versions.stream().filter(record -> record.getVersion() == number).findFirst();
  }

  /** The version that waits for approval; the newest of several. */
  Optional<PolicyVersion> waiting() {
    return versions.stream()
        .filter(PolicyVersion::getWaitsForApproval)
        .max(Comparator.comparing(PolicyVersion::getPublishedAt));
  }

  /** The version that will hold this state when all that is written has come to hold. */
  Optional<PolicyVersion> in(PolicyState state) {
    return arrivals()
        .filter(arrival -> arrival.transition().getState() == state)
        .max(Arrival.ORDER)
        .map(Arrival::version)
        .filter(version -> stateOf(version) == state);
  }

  /** The version that was live last before {@code withdrawn} was. */
  Optional<PolicyVersion> liveBefore(PolicyVersion withdrawn) {
    return arrivals()
        .filter(arrival -> arrival.transition().getState() == PolicyState.LIVE)
        .filter(arrival -> arrival.version().getVersion() != withdrawn.getVersion())
        .max(Arrival.ORDER)
        .map(Arrival::version);
  }

  boolean wasLive(PolicyVersion version) {
    return Transitions.inForce(version).stream()
        .anyMatch(transition -> transition.getState() == PolicyState.LIVE);
  }

  /** The state that a version is in or comes to; DRAFT where it only waits. */
  static PolicyState stateOf(PolicyVersion version) {
    return Transitions.last(version).map(PolicyTransition::getState).orElse(PolicyState.DRAFT);
  }

  private Stream<Arrival> arrivals() {
    return versions.stream()
        .flatMap(
            version ->
                Transitions.inForce(version).stream()
                    .map(transition -> new Arrival(version, transition)));
  }
}
