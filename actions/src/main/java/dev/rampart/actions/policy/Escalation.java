package dev.rampart.actions.policy;

import dev.rampart.actions.document.LadderStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What repeated matches of a rule lead to.
 *
 * @param strikesExpire how long the rule's strikes count
 * @param ladder steps in the order of their strikes; empty for none
 * @param cooldown how long the rule spares the account after it acted; null for none
 */
public record Escalation(
    Duration strikesExpire, List<LadderStep> ladder, @Nullable Duration cooldown) {
  /** No ladder, no cool-down, strikes that count for 90 days. */
  public static final Escalation NONE = new Escalation(Duration.ofDays(90), List.of(), null);

  public Escalation {
    ladder = List.copyOf(ladder);
  }

  /** The highest step that so many strikes reach. */
  public Optional<LadderStep> stepAt(double strikes) {
    return ladder.stream()
        .filter(step -> step.strikes() <= strikes)
        .reduce((lower, higher) -> higher);
  }
}
