package dev.rampart.actions.document;

import dev.rampart.schemas.EventType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule as written.
 *
 * @param id unique within the policy
 * @param when the condition, in CEL
 * @param events types of event that the rule looks at
 * @param actions what it asks for; none for a rule that only observes
 * @param strikes what a match weighs on the account's record, 0 or more
 * @param cooldown after a match that acted, how long the rule spares the account further actions
 *     and strikes; null for none
 */
public record RuleDocument(
    String id,
    String description,
    RuleText when,
    Set<EventType> events,
    OnMissing onMissing,
    List<ActionTemplate> actions,
    double strikes,
    @Nullable Duration cooldown) {
  public RuleDocument {
    events = Set.copyOf(events);
    actions = List.copyOf(actions);
  }
}
