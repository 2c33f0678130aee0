package dev.rampart.ops.backtest;

import dev.rampart.actions.backtest.Flip;
import dev.rampart.actions.backtest.Tally;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.ops.decisions.LogDatabase;
import dev.rampart.ops.decisions.LogView;
import dev.rampart.schemas.ActionKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a backtest counts. Confined to one thread; those of several threads are added up. */
public final class BacktestCounts {
  private final Tally total = new Tally();
  private final Map<Slice, Tally> slices = new HashMap<>();
  private final Map<String, long[]> kinds = new TreeMap<>();
  private final Set<String> subjectsBefore = new HashSet<>();
  private final Set<String> subjectsAfter = new HashSet<>();
  private final FlipSample sample;

  BacktestCounts(int sampleSize) {
    this.sample = new FlipSample(sampleSize);
  }

  /**
   * Adds an event.
   *
   * @param logged what was done, as the log says
   * @param done what the draft would do
   * @param matches whether the draft matches
   */
  void add(
      LoggedEvent event,
      Flip flip,
      String logged,
      List<DecidedAction> done,
      boolean matches,
      Optional<Boolean> isAbuse) {
    boolean matched = event.wasFlagged();
    total.see(1);
    if (flip != Flip.NONE || matched || matches || isAbuse.isPresent()) {
      total.add(flip, matched, matches, isAbuse);
      for (Slice slice : Slice.of(event)) {
        slices.computeIfAbsent(slice, s -> new Tally()).add(flip, matched, matches, isAbuse);
      }
    }
    if (!logged.isEmpty()) {
      addLogged(event, logged);
    }
    if (!done.isEmpty()) {
      done.forEach(action -> count(action.kind().name(), 1));
      subjectsAfter.add(event.accountId());
    }
    if (flip != Flip.NONE) {
      sample.offer(event, flip, logged, done);
    }
  }

  /** So many events of a slice were looked at; the log counts them faster than anybody else. */
  void see(Slice slice, long events) {
    slices.computeIfAbsent(slice, s -> new Tally()).see(events);
  }

  private void addLogged(LoggedEvent event, String logged) {
    for (String action : logged.split(",", -1)) {
      count(action.substring(action.indexOf(' ') + 1), 0);
    }
    subjectsBefore.add(event.accountId());
  }

  private void count(String kind, int side) {
    kinds.computeIfAbsent(kind, k -> new long[2])[side]++;
  }

  void add(BacktestCounts other) {
    total.add(other.total);
    other.slices.forEach(
        (slice, tally) -> slices.computeIfAbsent(slice, s -> new Tally()).add(tally));
    other.kinds.forEach(
        (kind, both) -> {
          long[] own = kinds.computeIfAbsent(kind, k -> new long[2]);
          own[0] += both[0];
          own[1] += both[1];
        });
    subjectsBefore.addAll(other.subjectsBefore);
    subjectsAfter.addAll(other.subjectsAfter);
    sample.add(other.sample);
  }

  /** The figures, with the slices in which most decisions flip. */
  public BacktestReport report(
      String policy, Instant from, double minutesPerReview, int slicesShown) {
    List<BacktestReport.SliceRow> rows = new ArrayList<>();
    slices.entrySet().stream()
        .sorted(
            Map.Entry.<Slice, Tally>comparingByValue(
                    java.util.Comparator.comparingLong(Tally::flips).reversed())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(slicesShown)
        .forEach(entry -> rows.add(BacktestReport.SliceRow.of(entry.getKey(), entry.getValue())));
    Map<String, BacktestReport.Change> byKind = new TreeMap<>();
    kinds.forEach((kind, both) -> byKind.put(kind, new BacktestReport.Change(both[0], both[1])));
    long[] reviews = kinds.getOrDefault(ActionKind.REVIEW.name(), new long[2]);
    return new BacktestReport(
        policy,
        from,
        BacktestReport.Figures.of(total),
        byKind,
        new BacktestReport.Change(subjectsBefore.size(), subjectsAfter.size()),
        new BacktestReport.Minutes(reviews[0] * minutesPerReview, reviews[1] * minutesPerReview),
        rows,
        sample.rows());
  }

  /**
   * Part of the events.
   *
   * @param by what they are told apart by
   * @param value theirs
   */
  record Slice(String by, String value) implements Comparable<Slice> {
    private static final String AGE = "features.account_age_days";

    static List<Slice> of(LoggedEvent event) {
      return List.of(
          new Slice("guild", (String) event.value(EventField.GUILD_ID)),
          new Slice("locale", (String) event.value(EventField.LOCALE)),
          new Slice("surface", (String) event.value(EventField.SURFACE)),
          new Slice("account_age", age(event.ageDays())));
    }

    /** What is the value of each, as SQL over the log. */
    static Map<String, String> sql(LogView log) {
      String guild = "coalesce(guild_id, '')";
      return Map.of(
          "guild",
          guild,
          "locale",
          "coalesce(locale, '')",
          "surface",
          "CASE WHEN event_type <> 'finding' THEN coalesce(surface, '') WHEN %s = '' THEN 'direct' ELSE 'guild' END"
              .formatted(guild),
          "account_age",
          age(log));
    }

    private static String age(LogView log) {
      String days = LogDatabase.name(AGE);
      return log.columns().contains(AGE)
          ? "CASE WHEN %1$s IS NULL THEN 'unknown' WHEN %1$s < 1 THEN 'under 1 day' WHEN %1$s < 7 THEN '1 to 7 days' WHEN %1$s < 30 THEN '7 to 30 days' ELSE '30 days or more' END"
              .formatted(days)
          : "'unknown'";
    }

    private static String age(double days) {
      if (Double.isNaN(days)) {
        return "unknown";
      }
      if (days < 1) {
        return "under 1 day";
      }
      if (days < 7) {
        return "1 to 7 days";
      }
      return days < 30 ? "7 to 30 days" : "30 days or more";
    }

    @Override
    public int compareTo(Slice other) {
      int order = by.compareTo(other.by);
      return order == 0 ? value.compareTo(other.value) : order;
    }
  }
}
