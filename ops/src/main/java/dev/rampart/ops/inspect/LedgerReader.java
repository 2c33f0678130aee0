package dev.rampart.ops.inspect;

import dev.rampart.actions.document.LadderStep;
import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.ledger.AccountLedger;
import dev.rampart.actions.ledger.Cooldown;
import dev.rampart.actions.ledger.PastAction;
import dev.rampart.actions.ledger.Strike;
import dev.rampart.actions.policy.Policies;
import dev.rampart.ops.inspect.LedgerRecord.ActionEntry;
import dev.rampart.ops.inspect.LedgerRecord.CooldownEntry;
import dev.rampart.ops.inspect.LedgerRecord.LadderEntry;
import dev.rampart.ops.inspect.LedgerRecord.LadderRung;
import dev.rampart.ops.inspect.LedgerRecord.StrikeEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads ledgers as people want to see them, as of now. Safe for use by many threads. */
final class LedgerReader {
  private final Policies policies;
  private final Clock clock;

  LedgerReader(Policies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * A ledger as of now.
   *
   * @throws dev.rampart.actions.ledger.CorruptLedgerException when the bytes are no ledger
   */
  LedgerRecord read(byte[] record) {
    long now = clock.millis();
    AccountLedger ledger = AccountLedger.decode(record);
    Standing standing = ledger.standingAt(now);
    return new LedgerRecord(
        standing.strikes(),
        standing.recentActions(),
        newestFirst(ledger.strikes(), strike -> entry(strike, now)),
        newestFirst(ledger.cooldowns(), cooldown -> entry(cooldown, now)),
        newestFirst(ledger.actions(), LedgerReader::entry),
        ladders(standing.strikes(), now));
  }

  private static <F, T> List<T> newestFirst(List<F> found, Function<F, T> form) {
    List<T> entries = new ArrayList<>(found.stream().map(form).toList());
    Collections.reverse(entries);
    return entries;
  }

  private static StrikeEntry entry(Strike strike, long now) {
    return new StrikeEntry(
        strike.eventId(),
        strike.rule().policy(),
        strike.rule().rule(),
        strike.weight(),
        Instant.ofEpochMilli(strike.givenAt()),
        Instant.ofEpochMilli(strike.expiresAt()),
        strike.givenAt() <= now && now < strike.expiresAt());
  }

  private static CooldownEntry entry(Cooldown cooldown, long now) {
    return new CooldownEntry(
        cooldown.eventId(),
        cooldown.rule().policy(),
        cooldown.rule().rule(),
        Instant.ofEpochMilli(cooldown.startsAt()),
        Instant.ofEpochMilli(cooldown.endsAt()),
        cooldown.startsAt() <= now && now < cooldown.endsAt());
  }

  private static ActionEntry entry(PastAction action) {
    return new ActionEntry(
        action.actionId(),
        action.eventId(),
        action.match().policy(),
        action.match().policyVersion(),
        action.match().rule(),
        action.match().mode(),
        action.subjectType(),
        action.subjectId(),
        action.kind(),
        Instant.ofEpochMilli(action.issuedAt()));
  }

  private List<LadderEntry> ladders(double strikes, long now) {
    return policies.at(now).documents().stream()
        .filter(document -> !document.ladder().isEmpty())
        .map(document -> ladder(document, strikes))
        .distinct()
        .toList();
  }

  private static LadderEntry ladder(PolicyDocument document, double strikes) {
    LadderStep reached = null;
    LadderStep next = null;
    for (LadderStep step : document.ladder()) {
      if (step.strikes() <= strikes) {
        reached = step;
      } else if (next == null) {
        next = step;
      }
    }
    return new LadderEntry(document.policy(), step(reached), step(next));
  }

  private static @Nullable LadderRung step(@Nullable LadderStep step) {
    if (step == null) {
      return null;
    }
    Duration duration = step.duration();
    return new LadderRung(
        step.strikes(), step.kind(), duration == null ? null : Objects.toString(duration));
  }
}
