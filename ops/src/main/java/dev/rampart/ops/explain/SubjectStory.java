package dev.rampart.ops.explain;

import dev.rampart.ops.inspect.FeatureValue;
import dev.rampart.ops.inspect.LedgerRecord.ActionEntry;
import dev.rampart.ops.inspect.LedgerRecord.CooldownEntry;
import dev.rampart.ops.inspect.LedgerRecord.LadderEntry;
import dev.rampart.ops.inspect.LedgerRecord.StrikeEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a user.
 *
 * @param activeStrikes sum of the weights of the strikes that count now
 * @param actions that stand and can be taken back, the newest first
 * @param lastEventAt event time of the newest event; null of an unknown user
 * @param features as of the newest event; empty of an unknown user
 * @param snoozes that spare the user, in force or over
 * @param decisions of the recent past about the user, the newest first
 */
public record SubjectStory(
    String subject,
    double activeStrikes,
    int recentActions,
    List<StrikeEntry> strikes,
    List<CooldownEntry> cooldowns,
    List<ActionEntry> actions,
    List<LadderEntry> ladder,
    @Nullable Instant lastEventAt,
    List<FeatureValue> features,
    List<SubjectSnooze> snoozes,
    List<DecisionItem> decisions) {
  public SubjectStory {
    strikes = List.copyOf(strikes);
    cooldowns = List.copyOf(cooldowns);
    actions = List.copyOf(actions);
    ladder = List.copyOf(ladder);
    features = List.copyOf(features);
    snoozes = List.copyOf(snoozes);
    decisions = List.copyOf(decisions);
  }

  /**
   * A time during which a policy spares the user.
   *
   * @param policy id, or {@code all}
   * @param expiresAt null for never
   */
  public record SubjectSnooze(
      String policy, String reason, String setBy, Instant setAt, @Nullable Instant expiresAt) {}
}
