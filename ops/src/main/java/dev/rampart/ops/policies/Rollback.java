package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyTransition;
import dev.rampart.schemas.PolicyVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a rollback does: the canary goes, or where there is none the live version goes and the one
 * that was live before comes back.
 *
 * @param withdrawn the version that goes
 * @param restored the version that is made live; empty where nothing changes for the live one, or
 *     where none was live before
 */
record Rollback(PolicyVersion withdrawn, Optional<PolicyVersion> restored) {
  /**
   * @param to version to make live, which must have been live before
   * @throws CommandFailure where there is nothing to roll back
   */
  static Rollback plan(PolicyShelf shelf, OptionalInt to) {
    PolicyVersion withdrawn =
        shelf
            .in(PolicyState.CANARY)
            .or(() -> shelf.in(PolicyState.LIVE))
            .orElseThrow(() -> CommandFailure.failed(shelf.policy() + ": no version of it acts"));
    if (to.isPresent()) {
      return new Rollback(withdrawn, Optional.of(target(shelf, withdrawn, to.getAsInt())));
    }
    boolean canary = PolicyShelf.stateOf(withdrawn) == PolicyState.CANARY;
    return new Rollback(withdrawn, canary ? Optional.empty() : shelf.liveBefore(withdrawn));
  }

  private static PolicyVersion target(PolicyShelf shelf, PolicyVersion withdrawn, int to) {
    return shelf
        .version(to)
        .filter(shelf::wasLive)
        .filter(version -> version.getVersion() != withdrawn.getVersion())
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "--to: found %d, allowed is another version of %s that was live"
                        .formatted(to, shelf.policy())));
  }

  /**
   * What was carried out.
   *
   * @param from event time from which the withdrawn version acts no more
   */
  record Applied(Rollback rollback, Instant from) {}

  /**
   * Plans it from what is so now, and carries it out as a whole.
   *
   * @throws CommandFailure where there is nothing to roll back
   */
  static Applied carryOut(
      PolicyDesk desk, String policy, OptionalInt to, Duration in, Signature by) {
    return desk.change(
        () -> {
          Rollback rollback = plan(desk.shelf(policy), to);
          return new Applied(rollback, rollback.apply(desk, in, by));
        });
  }

  private Instant apply(PolicyDesk desk, Duration in, Signature by) {
    restored.ifPresent(
        version -> {
          var unused = desk.move(version, PolicyState.LIVE, "policy.rollback", in, by);
        });
    return desk.move(withdrawn, PolicyState.RETIRED, "policy.rollback", in, by).effectiveFrom();
  }

  /** Event time from which the withdrawn version acted. */
  Instant actedFrom() {
    return Transitions.inForce(withdrawn).stream()
        .filter(state -> state.getState() != PolicyState.DRAFT)
        .map(PolicyTransition::getEffectiveFrom)
        .min(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
