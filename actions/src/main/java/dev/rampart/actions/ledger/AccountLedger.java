package dev.rampart.actions.ledger;

import dev.rampart.actions.event.Standing;
import dev.rampart.actions.policy.ActionIntent;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SubjectType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of one account: its strikes, the actions that can be taken back, and the cool-downs of
 * rules. Knows event time only, so that the same calls in the same order always give the same
 * answers and the same bytes.
 *
 * <p>Bounded: the latest {@value #MAX_ACTIONS} actions, {@value #MAX_STRIKES} strikes and {@value
 * #MAX_COOLDOWNS} cool-downs are kept. Confined to one thread.
 */
public final class AccountLedger {
  /** First byte of every ledger that this build writes and reads. */
  public static final int FORMAT = LedgerEncoder.LAYOUT;

  /** Actions that are kept, and so can be taken back. */
  public static final int MAX_ACTIONS = 128;

  /** Strikes that are kept. */
  public static final int MAX_STRIKES = 256;

  /** Cool-downs that are kept. */
  public static final int MAX_COOLDOWNS = 64;

  private static final long RECENT = Duration.ofDays(30).toMillis();

  private final List<Strike> strikes;
  private final List<PastAction> actions;
  private final List<Cooldown> cooldowns;

  AccountLedger(List<Strike> strikes, List<PastAction> actions, List<Cooldown> cooldowns) {
    this.strikes = new ArrayList<>(strikes);
    this.actions = new ArrayList<>(actions);
    this.cooldowns = new ArrayList<>(cooldowns);
  }

  /**
   * Reads a ledger.
   *
   * @param bytes what {@link #encode} gave; null for an account without a record
   * @throws CorruptLedgerException when the bytes are something else
   */
  public static AccountLedger decode(byte @Nullable [] bytes) {
    return bytes == null
        ? new AccountLedger(List.of(), List.of(), List.of())
        : new LedgerDecoder(bytes).decode();
  }

  /** The ledger as bytes: equal ledgers give equal bytes. */
  public byte[] encode() {
    return new LedgerEncoder().encode(strikes, actions, cooldowns);
  }

  /** Whether there is nothing to keep, so that the stored record may be deleted. */
  public boolean isEmpty() {
    return strikes.isEmpty() && actions.isEmpty() && cooldowns.isEmpty();
  }

  /**
   * Whether everything in a ledger was over at a moment of event time: every strike expired, every
   * cool-down ended, no action newer. Bytes that are no ledger are never idle.
   */
  public static boolean isIdleSince(byte[] bytes, long moment) {
    try {
      return decode(bytes).isOverAt(moment);
    } catch (CorruptLedgerException e) {
      return false;
    }
  }

  private boolean isOverAt(long moment) {
    return strikes.stream().allMatch(strike -> strike.expiresAt() <= moment)
        && cooldowns.stream().allMatch(cooldown -> cooldown.endsAt() <= moment)
        && actions.stream().allMatch(action -> action.issuedAt() <= moment);
  }

  /** Strikes that are kept, the oldest first; some may have expired. */
  public List<Strike> strikes() {
    return List.copyOf(strikes);
  }

  /** Actions that can be taken back, the oldest first. */
  public List<PastAction> actions() {
    return List.copyOf(actions);
  }

  /** Cool-downs that are kept, the oldest first; some may be over. */
  public List<Cooldown> cooldowns() {
    return List.copyOf(cooldowns);
  }

  /** What the account has on record at a moment of event time. */
  public Standing standingAt(long eventTime) {
    return Standing.of(
        strikesAt(eventTime),
        (int) actions.stream().filter(action -> isRecent(action, eventTime)).count());
  }

  private double strikesAt(long eventTime) {
    return strikes.stream()
        .filter(strike -> strike.countsAt(eventTime))
        .mapToDouble(Strike::weight)
        .sum();
  }

  private static boolean isRecent(PastAction action, long eventTime) {
    return action.issuedAt() <= eventTime && eventTime - action.issuedAt() < RECENT;
  }

  /**
   * Decides what is done about one event, and records it. First rules in their cool-down drop what
   * they ask for of the account; then conflicts are resolved; then the rules that still act give
   * their strikes, once each; then the ladder may take the place of what is done to the account.
   * Intents of mode SHADOW are decided beside this, version by version, as if they were alone; they
   * come back with their mode and leave no trace here.
   *
   * @param intents of this account and event
   * @return what is done, followed by what shadow policies would have done
   */
  public List<DecidedAction> apply(List<ActionIntent> intents, String eventId, long eventTime) {
    if (intents.isEmpty()) {
      return List.of();
    }
    expire(eventTime);
    List<ActionIntent> live = intents.stream().filter(intent -> !isShadow(intent)).toList();
    List<DecidedAction> decided = new ArrayList<>(decideLive(live, eventId, eventTime));
    shadowByVersion(intents)
        .values()
        .forEach(shadow -> decided.addAll(outcome(shadow, eventTime).decided(eventId, eventTime)));
    return decided;
  }

  /**
   * Records what is done now about an event of the past, as it was settled before: no conflict is
   * resolved, no ladder climbed, nothing spared. Strikes and cool-downs run from when the event
   * happened, as if its rule had acted then. What this ledger knows already is not done again.
   *
   * @param eventId the event of the past
   * @param happenedAt when it happened, in milliseconds
   * @param issuedAt event time from which the actions hold, in milliseconds
   * @return what is done, in the order of {@code intents}; those of mode SHADOW leave no trace here
   */
  public List<DecidedAction> amend(
      List<ActionIntent> intents, String eventId, long happenedAt, long issuedAt) {
    expire(issuedAt);
    List<DecidedAction> decided = new ArrayList<>();
    for (ActionIntent intent : intents) {
      DecidedAction action = DecidedAction.of(intent, eventId, issuedAt);
      if (matchOf(action.actionId()).isEmpty()) {
        decided.add(action);
        if (!isShadow(intent)) {
          amend(intent, action, happenedAt, issuedAt);
        }
      }
    }
    return decided;
  }

  private void amend(ActionIntent intent, DecidedAction action, long happenedAt, long issuedAt) {
    String eventId = action.eventId();
    RuleKey rule = RuleKey.of(intent.match());
    if (intent.strikes() > 0
        && strikes.stream().noneMatch(s -> s.eventId().equals(eventId) && s.rule().equals(rule))) {
      addStrike(intent, eventId, happenedAt);
    }
    if (cooldowns.stream().noneMatch(c -> c.eventId().equals(eventId) && c.rule().equals(rule))) {
      addCooldown(intent, eventId, happenedAt);
    }
    expire(issuedAt);
    addBounded(actions, PastAction.of(action), MAX_ACTIONS);
  }

  private static boolean isShadow(ActionIntent intent) {
    return intent.match().mode() == PolicyMode.SHADOW;
  }

  private record Version(String policy, int version) {}

  private static Map<Version, List<ActionIntent>> shadowByVersion(List<ActionIntent> intents) {
    Map<Version, List<ActionIntent>> byVersion = new LinkedHashMap<>();
    for (ActionIntent intent : intents) {
      if (isShadow(intent)) {
        Version version = new Version(intent.match().policy(), intent.match().policyVersion());
        byVersion.computeIfAbsent(version, first -> new ArrayList<>()).add(intent);
      }
    }
    return byVersion;
  }

  private List<DecidedAction> decideLive(List<ActionIntent> live, String eventId, long eventTime) {
    Outcome outcome = outcome(live, eventTime);
    List<DecidedAction> decided = outcome.decided(eventId, eventTime);
    outcome.striking().forEach(intent -> addStrike(intent, eventId, eventTime));
    outcome.acting().forEach(intent -> addCooldown(intent, eventId, eventTime));
    decided.forEach(action -> addBounded(actions, PastAction.of(action), MAX_ACTIONS));
    return decided;
  }

  private Outcome outcome(List<ActionIntent> intents, long eventTime) {
    List<ActionIntent> resolved =
        ConflictResolver.resolve(
            intents.stream().filter(intent -> !isSpared(intent, eventTime)).toList());
    Map<RuleKey, ActionIntent> acting = new LinkedHashMap<>();
    for (ActionIntent intent : resolved) {
      if (!isCoolingDown(intent, eventTime)) {
        acting.putIfAbsent(RuleKey.of(intent.match()), intent);
      }
    }
    List<ActionIntent> striking =
        acting.values().stream().filter(intent -> intent.strikes() > 0).toList();
    double added = striking.stream().mapToDouble(ActionIntent::strikes).sum();
    return new Outcome(
        Ladder.escalate(resolved, striking, strikesAt(eventTime) + added),
        List.copyOf(acting.values()),
        striking);
  }

  private boolean isSpared(ActionIntent intent, long eventTime) {
    return intent.subjectType() != SubjectType.MESSAGE && isCoolingDown(intent, eventTime);
  }

  private boolean isCoolingDown(ActionIntent intent, long eventTime) {
    RuleKey rule = RuleKey.of(intent.match());
    return cooldowns.stream().anyMatch(cooldown -> cooldown.coversAt(rule, eventTime));
  }

  private void addStrike(ActionIntent intent, String eventId, long eventTime) {
    long expiresAt = eventTime + intent.escalation().strikesExpire().toMillis();
    RuleKey rule = RuleKey.of(intent.match());
    addBounded(
        strikes, new Strike(eventId, rule, intent.strikes(), eventTime, expiresAt), MAX_STRIKES);
  }

  private void addCooldown(ActionIntent intent, String eventId, long eventTime) {
    Duration cooldown = intent.escalation().cooldown();
    if (cooldown != null) {
      RuleKey rule = RuleKey.of(intent.match());
      long endsAt = eventTime + cooldown.toMillis();
      addBounded(cooldowns, new Cooldown(eventId, rule, eventTime, endsAt), MAX_COOLDOWNS);
    }
  }

  private static <T> void addBounded(List<T> list, T item, int bound) {
    if (list.size() == bound) {
      list.remove(0);
    }
    list.add(item);
  }

  private void expire(long eventTime) {
    strikes.removeIf(strike -> strike.expiresAt() <= eventTime);
    cooldowns.removeIf(cooldown -> cooldown.endsAt() <= eventTime);
  }

  /** The rule that asked for an action; empty when the ledger does not know the action any more. */
  public Optional<RuleMatch> matchOf(UUID actionId) {
    return actions.stream()
        .filter(action -> action.actionId().equals(actionId))
        .map(PastAction::match)
        .findFirst();
  }

  /**
   * Takes an action back: the strike and the cool-down that its rule's match brought go with it, as
   * if the match had not been, and the action itself is forgotten. So do those of a match of the
   * same event for which no other action stands. What other actions were decided since then stays.
   *
   * @param decidedAt when the reviewer decided, in milliseconds since the epoch
   * @return the reversal, or empty when this ledger does not know the action
   */
  public Optional<DecidedAction> overturn(UUID actionId, String feedbackId, long decidedAt) {
    Optional<PastAction> found =
        actions.stream().filter(action -> action.actionId().equals(actionId)).findFirst();
    found.ifPresent(this::forget);
    return found.map(action -> action.reversal(feedbackId, decidedAt));
  }

  private void forget(PastAction action) {
    actions.remove(action);
    strikes.removeIf(strike -> fallsWith(action, strike.eventId(), strike.rule()));
    cooldowns.removeIf(cooldown -> fallsWith(action, cooldown.eventId(), cooldown.rule()));
  }

  /**
   * Whether a match falls with an action: the match that asked for it, and a match of the same
   * event whose own action gave way to a step of the ladder, so that no other action stands for it.
   */
  private boolean fallsWith(PastAction action, String eventId, RuleKey rule) {
    return action.eventId().equals(eventId)
        && (RuleKey.of(action.match()).equals(rule)
            || actions.stream().noneMatch(other -> other.isOf(eventId, rule)));
  }

  /** What becomes of some intents; {@code acting} has one intent of each rule that acts. */
  private record Outcome(
      List<ActionIntent> intents, List<ActionIntent> acting, List<ActionIntent> striking) {
    List<DecidedAction> decided(String eventId, long eventTime) {
      return intents.stream().map(intent -> DecidedAction.of(intent, eventId, eventTime)).toList();
    }
  }
}
