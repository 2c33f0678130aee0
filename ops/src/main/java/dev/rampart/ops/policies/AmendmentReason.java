package dev.rampart.ops.policies;

import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.Reason;
import java.util.Optional;

/** The reason by which an action says that it is part of an amendment of the past. */
final class AmendmentReason {
  private static final String NAME = "amendment";

  private AmendmentReason() {}

  static Reason naming(String amendment) {
    return Reason.newBuilder().setName(NAME).setValue(amendment).build();
  }

  /** The amendment that an action is part of; empty for what policies did at its time. */
  static Optional<String> of(EnforcementAction action) {
    return action.getReasons().stream()
        .filter(reason -> reason.getName().equals(NAME))
        .map(Reason::getValue)
        .findFirst();
  }
}
