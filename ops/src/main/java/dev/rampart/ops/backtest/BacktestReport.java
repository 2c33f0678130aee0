package dev.rampart.ops.backtest;

import dev.rampart.actions.backtest.Proportion;
import dev.rampart.actions.backtest.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a draft would have changed.
 *
 * @param policy id of the draft
 * @param from event time from which it was tried
 * @param figures of all events
 * @param actions done, by kind
 * @param accounts that something was done to
 * @param reviewerMinutes that the reviews cost
 * @param slices in which most decisions flip
 * @param sample of flips
 */
public record BacktestReport(
    String policy,
    Instant from,
    Figures figures,
    Map<String, Change> actions,
    Change accounts,
    Minutes reviewerMinutes,
    List<SliceRow> slices,
    List<FlipSample.Row> sample) {
  /** A number as it was and as it would have been. */
  public record Change(long before, long after) {}

  /** Minutes as they were and as they would have been. */
  public record Minutes(double before, double after) {}

  /** A share with the ends of its 95 % Wilson interval; null where nothing is known. */
  public record Share(
      @org.jspecify.annotations.Nullable Double value,
      double low,
      double high,
      long hits,
      long trials) {
    public static Share of(Proportion proportion) {
      return new Share(
          proportion.trials() == 0 ? null : proportion.value(),
          proportion.low(),
          proportion.high(),
          proportion.hits(),
          proportion.trials());
    }

    String text() {
      return value == null
          ? "unknown"
          : String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high);
    }
  }

  /** What the policy matches, and how rightly. */
  public record Matches(long flagged, Share precision, Share recall) {
    static Matches of(Tally.Quality quality) {
      return new Matches(
          quality.flagged(), Share.of(quality.precision()), Share.of(quality.recall()));
    }
  }

  /** Flips and quality over some events. */
  public record Figures(
      long events,
      long flips,
      long added,
      long dropped,
      long changed,
      Matches before,
      Matches after) {
    static Figures of(Tally tally) {
      return new Figures(
          tally.events(),
          tally.flips(),
          tally.added(),
          tally.dropped(),
          tally.changed(),
          Matches.of(tally.before()),
          Matches.of(tally.after()));
    }
  }

  /** Figures of a part of the events. */
  public record SliceRow(String by, String value, Figures figures) {
    static SliceRow of(BacktestCounts.Slice slice, Tally tally) {
      return new SliceRow(slice.by(), slice.value(), Figures.of(tally));
    }
  }

  /** For people. */
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d decisions looked at, %,d flip: %,d gain an action, %,d lose it, %,d get another"
            .formatted(
                figures.events(),
                figures.flips(),
                figures.added(),
                figures.dropped(),
                figures.changed()));
    lines.add("%-26s %14s %14s".formatted("", "as it was", "with the draft"));
    lines.add(row("matches of " + policy, figures.before().flagged(), figures.after().flagged()));
    lines.add(row("accounts acted on", accounts.before(), accounts.after()));
    actions.forEach((kind, change) -> lines.add(row(kind, change.before(), change.after())));
    lines.add(
        row(
            "reviewer minutes",
            Math.round(reviewerMinutes.before()),
            Math.round(reviewerMinutes.after())));
    lines.add(
        "precision  "
            + figures.before().precision().text()
            + " -> "
            + figures.after().precision().text());
    lines.add(
        "recall     "
            + figures.before().recall().text()
            + " -> "
            + figures.after().recall().text());
    slices.forEach(slice -> lines.add(line(slice)));
    sample.forEach(flip -> lines.add(line(flip)));
    return String.join(System.lineSeparator(), lines);
  }

  private static String row(String name, long before, long after) {
    return String.format(Locale.ROOT, "%-26s %,14d %,14d", name, before, after);
  }

  private static String line(SliceRow slice) {
    return String.format(
        Locale.ROOT,
        "%-12s %-22s %,8d flips of %,d; precision %s -> %s",
        slice.by(),
        slice.value().isEmpty() ? "-" : slice.value(),
        slice.figures().flips(),
        slice.figures().events(),
        slice.figures().before().precision().text(),
        slice.figures().after().precision().text());
  }

  private static String line(FlipSample.Row flip) {
    return "%s %s %s: %s -> %s  %s"
        .formatted(
            flip.flip(),
            flip.eventId(),
            flip.time(),
            flip.before().isEmpty() ? "nothing" : flip.before(),
            flip.after().isEmpty() ? "nothing" : String.join(", ", flip.after()),
            String.join(", ", flip.reasons()));
  }
}
