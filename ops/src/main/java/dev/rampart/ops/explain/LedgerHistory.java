package dev.rampart.ops.explain;

import dev.rampart.ops.explain.LedgerStory.LedgerStanding;
import dev.rampart.ops.inspect.LedgerRecord;
import dev.rampart.schemas.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Works out what a ledger was around an event.
 *
 * @param ledger as it is now
 */
record LedgerHistory(LedgerRecord ledger) {
  private static final Duration RECENT = Duration.ofDays(30);
  private static final String STRIKES = "account.strikes";

  LedgerStory around(Decision decision) {
    String event = decision.getEventId();
    Instant time = decision.getEventTime();
    LedgerStanding before = standing(time, id -> !id.equals(event));
    LedgerStanding after = standing(time, id -> true);
    OptionalDouble logged = loggedStrikes(decision);
    if (logged.isEmpty()) {
      return new LedgerStory(before, after, "ledger");
    }
    double added = after.strikes() - before.strikes();
    return new LedgerStory(
        new LedgerStanding(logged.getAsDouble(), before.recentActions()),
        new LedgerStanding(logged.getAsDouble() + added, after.recentActions()),
        "decision");
  }

  private LedgerStanding standing(Instant time, Predicate<String> counts) {
    double strikes =
        ledger.strikes().stream()
            .filter(strike -> counts.test(strike.eventId()))
            .filter(s -> !s.givenAt().isAfter(time) && s.expiresAt().isAfter(time))
            .mapToDouble(LedgerRecord.StrikeEntry::weight)
            .sum();
    long actions =
        ledger.actions().stream()
            .filter(action -> counts.test(action.eventId()))
            .map(LedgerRecord.ActionEntry::issuedAt)
            .filter(at -> !at.isAfter(time) && at.isAfter(time.minus(RECENT)))
            .count();
    return new LedgerStanding(strikes, (int) actions);
  }

  private static OptionalDouble loggedStrikes(Decision decision) {
    return decision.getActions().stream()
        .flatMap(action -> action.getReasons().stream())
        .filter(reason -> reason.getName().equals(STRIKES))
        .flatMapToDouble(reason -> number(reason.getValue()).mapToDouble(n -> n))
        .findFirst();
  }

  private static Stream<Double> number(String text) {
    try {
      return Stream.of(Double.valueOf(text));
    } catch (NumberFormatException none) {
      return Stream.empty();
    }
  }
}
