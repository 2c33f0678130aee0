package dev.rampart.actions.policy;

import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.PolicyState;
import java.util.Optional;

/**
 * For which accounts a version acts: a live one for all, but those for whom a canary of the same
 * policy does.
 */
record Acting(PolicyState state, CanaryShare own, Optional<CanaryShare> rival) {
  PolicyMode modeFor(String accountId) {
    return switch (state) {
      case LIVE ->
          rival.isPresent() && rival.get().includes(accountId)
              ? PolicyMode.SHADOW
              : PolicyMode.LIVE;
      case CANARY -> own.includes(accountId) ? PolicyMode.CANARY : PolicyMode.SHADOW;
      case SHADOW, DRAFT, RETIRED -> PolicyMode.SHADOW;
    };
  }
}
