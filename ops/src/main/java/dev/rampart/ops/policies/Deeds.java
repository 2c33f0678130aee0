package dev.rampart.ops.policies;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.MatchedRule;
import dev.rampart.schemas.PolicyMode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What one version, or one amendment of the past by it, did to accounts: each action that it alone
 * is behind and that nobody took back since. An action of an event for which a rule of another
 * policy matched too, and acted, is not of it alone and stays.
 */
final class Deeds implements Consumer<Decision> {
  private final String policy;
  private final int version;
  private final Optional<String> amendment;
  private final Map<UUID, EnforcementAction> alone = new LinkedHashMap<>();
  private final Set<UUID> reversed = new HashSet<>();
  private int shared;

  Deeds(String policy, int version) {
    this(policy, version, Optional.empty());
  }

  /**
   * @param amendment id of the amendment
   */
  Deeds(String policy, int version, String amendment) {
    this(policy, version, Optional.of(amendment));
  }

  private Deeds(String policy, int version, Optional<String> amendment) {
    this.policy = policy;
    this.version = version;
    this.amendment = amendment;
  }

  @Override
  public void accept(Decision decision) {
    boolean others = decision.getMatchedRules().stream().anyMatch(this::isOfAnother);
    for (EnforcementAction action : decision.getActions()) {
      if (action.getReverses() != null) {
        reversed.add(action.getReverses());
      } else if (isOurs(action)) {
        add(action, others);
      }
    }
  }

  private void add(EnforcementAction action, boolean others) {
    if (others) {
      shared++;
    } else {
      alone.put(action.getActionId(), action);
    }
  }

  private boolean isOurs(EnforcementAction action) {
    return action.getPolicy().equals(policy)
        && action.getPolicyVersion() == version
        && (amendment.isEmpty() || AmendmentReason.of(action).equals(amendment))
        && action.getMode() != PolicyMode.SHADOW
        && action.getKind() != ActionKind.REVIEW;
  }

  private boolean isOfAnother(MatchedRule rule) {
    return rule.getMode() != PolicyMode.SHADOW && !rule.getPolicy().equals(policy);
  }

  /** By id, in the order of the topic's partitions. */
  Map<UUID, EnforcementAction> toReverse() {
    Map<UUID, EnforcementAction> left = new LinkedHashMap<>(alone);
    left.keySet().removeAll(reversed);
    return left;
  }

  /** Actions that another policy is behind as well. */
  int shared() {
    return shared;
  }
}
