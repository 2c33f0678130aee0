package dev.rampart.ops.feed;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.PolicyMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of the last hour, of what was read since the feed began. Safe for use by many threads. */
public final class RecentCounts {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Comparator<ActionCount> ORDER =
      Comparator.comparing(ActionCount::policy)
          .thenComparing(ActionCount::kind)
          .thenComparing(ActionCount::mode);

  private final Clock clock;
  private final TimeSeries decisions = new TimeSeries();
  private final Map<Kind, TimeSeries> actions = new HashMap<>();

  RecentCounts(Clock clock) {
    this.clock = clock;
  }

  private record Kind(String policy, ActionKind kind, PolicyMode mode) {}

  synchronized void add(DecisionHead head) {
    long now = clock.millis();
    decisions.add(head.decidedAt(), now);
    for (ActionHead action : head.actions()) {
      if (action.reverses() == null) {
        actions
            .computeIfAbsent(
                new Kind(action.policy(), action.kind(), action.mode()), key -> new TimeSeries())
            .add(head.decidedAt(), now);
      }
    }
  }

  /** Decisions of the last minute. */
  public synchronized long lastMinute() {
    return decisions.within(MINUTE, clock.instant());
  }

  /** Decisions of the last hour. */
  public synchronized long lastHour() {
    return decisions.within(HOUR, clock.instant());
  }

  /** Actions of the last hour, without reversals, by policy, kind and mode. */
  public synchronized List<ActionCount> actions() {
    Instant now = clock.instant();
    return actions.entrySet().stream()
        .map(each -> count(each.getKey(), each.getValue(), now))
        .filter(count -> count.lastHour() > 0)
        .sorted(ORDER)
        .toList();
  }

  private static ActionCount count(Kind kind, TimeSeries series, Instant now) {
    return new ActionCount(
        kind.policy(),
        kind.kind(),
        kind.mode(),
        series.within(MINUTE, now),
        series.within(HOUR, now));
  }
}
