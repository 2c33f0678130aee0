package dev.rampart.ops.inspect;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code account-ledger} holds of an account.
 *
 * @param activeStrikes sum of the weights of the strikes that count now
 * @param recentActions actions of the last 30 days that were not taken back
 * @param strikes the newest first, expired ones among them
 * @param cooldowns the newest first, those that are over among them
 * @param actions that can be taken back, the newest first
 * @param ladder where the account stands on the ladders of the policies in force
 */
public record LedgerRecord(
    double activeStrikes,
    int recentActions,
    List<StrikeEntry> strikes,
    List<CooldownEntry> cooldowns,
    List<ActionEntry> actions,
    List<LadderEntry> ladder) {
  public LedgerRecord {
    strikes = List.copyOf(strikes);
    cooldowns = List.copyOf(cooldowns);
    actions = List.copyOf(actions);
    ladder = List.copyOf(ladder);
  }

  /**
   * A strike.
   *
   * @param active whether it counts now
   */
  public record StrikeEntry(
      String eventId,
      String policy,
      String rule,
      double weight,
      Instant givenAt,
      Instant expiresAt,
      boolean active) {}

  /**
   * A time during which a rule spares the account.
   *
   * @param active whether it does now
   */
  public record CooldownEntry(
      String eventId,
      String policy,
      String rule,
      Instant startsAt,
      Instant endsAt,
      boolean active) {}

  /** An action that was taken. */
  public record ActionEntry(
      UUID actionId,
      String eventId,
      String policy,
      int policyVersion,
      String rule,
      PolicyMode mode,
      SubjectType subjectType,
      String subjectId,
      ActionKind kind,
      Instant issuedAt) {}

  /**
   * A step of a policy's ladder that is near.
   *
   * @param reached the highest step that the active strikes reach; null for none
   * @param next the step after it; null at the top
   */
  public record LadderEntry(
      String policy, @Nullable LadderRung reached, @Nullable LadderRung next) {}

  /**
   * A step.
   *
   * @param strikes from which it holds
   * @param duration ISO-8601; null for ever
   */
  public record LadderRung(double strikes, ActionKind kind, @Nullable String duration) {}
}
