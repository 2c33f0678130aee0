package dev.rampart.ops.policies;

import dev.rampart.actions.policy.ActionIds;
import dev.rampart.schemas.Amendment;
import dev.rampart.schemas.Finding;
import java.util.UUID;
import java.util.stream.Stream;

/** Ids of the actions that a part of an amendment asks for: those that a replay would give. */
final class AmendmentIds {
  private AmendmentIds() {}

  static Stream<UUID> of(Finding finding, Amendment amendment) {
    return amendment.getActions().stream()
        .map(
            action ->
                ActionIds.actionId(
                    finding.getAbout(),
                    amendment.getPolicy(),
                    action.getRule(),
                    action.getKind(),
                    action.getSubjectId()));
  }
}
