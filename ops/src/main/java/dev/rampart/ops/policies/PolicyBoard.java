package dev.rampart.ops.policies;

import dev.rampart.actions.document.Budget;
import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.restraint.Entities;
import dev.rampart.ops.policies.PolicyLine.BudgetLine;
import dev.rampart.ops.policies.PolicyLine.CanaryLine;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.topology.control.ControlKeys;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The policies at a glance.
 *
 * @param versions newest record of every version
 * @param control what every instance has to know, by its key
 * @param actions of a policy in the last hour
 */
record PolicyBoard(
    Collection<PolicyVersion> versions,
    Map<String, ControlRecord> control,
    ToLongFunction<String> actions,
    Instant now) {
  List<PolicyLine> lines() {
    return versions.stream()
        .map(PolicyVersion::getPolicy)
        .distinct()
        .sorted()
        .map(this::line)
        .toList();
  }

  private PolicyLine line(String policy) {
    PolicyShelf shelf = PolicyShelf.of(policy, versions);
    return new PolicyLine(
        policy,
        number(shelf.in(PolicyState.LIVE)),
        shelf.in(PolicyState.CANARY).map(PolicyBoard::canary).orElse(null),
        number(shelf.in(PolicyState.SHADOW)),
        number(shelf.waiting()),
        isKilled(policy) || isKilled(Entities.ALL),
        shelf.in(PolicyState.LIVE).flatMap(this::budget).orElse(null),
        actions.applyAsLong(policy));
  }

  private static @Nullable Integer number(Optional<PolicyVersion> version) {
    return version.map(PolicyVersion::getVersion).orElse(null);
  }

  private static CanaryLine canary(PolicyVersion version) {
    return new CanaryLine(version.getVersion(), version.getCanaryShare());
  }

  private boolean isKilled(String policy) {
    return control.containsKey(ControlKeys.of(ControlKind.KILL_SWITCH, Entities.policy(policy)));
  }

  private Optional<BudgetLine> budget(PolicyVersion live) {
    return budgetOf(live)
        .map(
            budget ->
                new BudgetLine(
                    budget.actions(), budget.window().toSeconds(), spentUntil(live.getPolicy())));
  }

  private static Optional<Budget> budgetOf(PolicyVersion live) {
    try {
      return PolicyDocument.parse(live.getPolicy(), live.getDocument()).guardrails().budget();
    } catch (PolicyException unusable) {
      return Optional.empty();
    }
  }

  private @Nullable Instant spentUntil(String policy) {
    ControlRecord tripped =
        control.get(ControlKeys.of(ControlKind.BUDGET_TRIPPED, Entities.policy(policy)));
    Instant until = tripped == null ? null : tripped.getExpiresAt();
    return until != null && until.isAfter(now) ? until : null;
  }
}
