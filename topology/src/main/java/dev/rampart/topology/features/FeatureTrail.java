package dev.rampart.topology.features;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.rule.EventCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Finds the events that the value of one feature came from, among all events of an entity. */
final class FeatureTrail {
  private final FeatureDefinition feature;
  private final EventCondition filter;
  private final ToDoubleFunction<EventView> entered;
  private final Optional<Tiling> tiling;

  private FeatureTrail(
      FeatureDefinition feature, EventCondition filter, ToDoubleFunction<EventView> entered) {
    this.feature = feature;
    this.filter = filter;
    this.entered = entered;
    tiling =
        feature.aggregate().windowed() && !decays(feature.aggregate())
            ? Optional.of(Tiling.of(feature.window().toMillis()))
            : Optional.empty();
  }

  static FeatureTrail of(FeatureDefinition feature) {
    return new FeatureTrail(feature, Conditions.checked(feature.where()), entered(feature.value()));
  }

  private static boolean decays(Aggregate aggregate) {
    return aggregate == Aggregate.EWMA || aggregate == Aggregate.Z_SCORE;
  }

  private static ToDoubleFunction<EventView> entered(String value) {
    if (value.isEmpty()) {
      return event -> 1;
    }
    if (Expressions.Kind.TEXT.accepts(value)) {
      EventText text = EventText.in(value);
      return event -> differentTexts(text, event);
    }
    EventNumber number = EventNumber.in(Expressions.field(value).orElseThrow());
    return event -> (double) number.of(event);
  }

  private static double differentTexts(EventText text, EventView event) {
    TextKeys keys = new TextKeys();
    text.addTo(keys, event);
    return keys.size();
  }

  /** Beginning of the oldest tile that the last event's value can come from, where it has tiles. */
  Optional<Long> from(List<PastEvent> past) {
    return tiling.map(t -> oldest(t, last(past)) * t.tileMillis());
  }

  /** The record holds the tiles of the window that ends at its newest event. */
  private static long oldest(Tiling tiles, PastEvent last) {
    return tiles.tileOf(last.newest()) - tiles.count() + 1;
  }

  /** Events that the last event's value came from; none where it comes from other features. */
  List<Contribution> contributions(List<PastEvent> past) {
    return switch (feature.aggregate()) {
      case RATIO -> List.of();
      case VALUE -> listed(List.of(last(past)));
      case TENURE -> earliest(past, event -> true);
      case AGE -> earliest(past, this::tellsOrigin);
      case FIRST -> earliest(past, filter);
      case LAST, TIME_SINCE -> newestBefore(past);
      case GAP_MEAN, GAP_VARIATION -> gaps(past);
      case EWMA, Z_SCORE -> listed(past.stream().filter(this::matches).toList());
      case COUNT, SUM, MIN, MAX, MEAN, VARIANCE, RATE, DISTINCT, TOP_K, REPEATS, ENTROPY ->
          listed(past.stream().filter(seen -> isInWindow(seen, last(past))).toList());
    };
  }

  private static PastEvent last(List<PastEvent> past) {
    return past.get(past.size() - 1);
  }

  private boolean matches(PastEvent seen) {
    return filter.isMetBy(seen.event());
  }

  private boolean tellsOrigin(EventView event) {
    return entered.applyAsDouble(event) > 0 || filter.isMetBy(event);
  }

  private boolean isInWindow(PastEvent seen, PastEvent last) {
    if (seen.equals(last)) {
      return matches(seen);
    }
    Tiling tiles = tiling.orElseThrow();
    long own = tiles.tileOf(seen.time());
    long end = tiles.tileOf(last.time());
    boolean late = last.time() < last.newest();
    return own >= oldest(tiles, last) && (late ? own < end : own <= end) && matches(seen);
  }

  private List<Contribution> listed(List<PastEvent> events) {
    return events.stream()
        .map(seen -> contribution(seen, entered.applyAsDouble(seen.event())))
        .toList();
  }

  private Contribution contribution(PastEvent seen, double number) {
    long tile = tiling.map(t -> t.tileOf(seen.time()) * t.tileMillis()).orElse(seen.time());
    return new Contribution(
        seen.event().eventId(),
        Instant.ofEpochMilli(seen.time()),
        Instant.ofEpochMilli(tile),
        number);
  }

  private List<Contribution> earliest(List<PastEvent> past, EventCondition condition) {
    return past.stream()
        .filter(seen -> condition.isMetBy(seen.event()))
        .min(Comparator.comparingLong(PastEvent::time))
        .filter(seen -> seen.time() <= last(past).time())
        .map(seen -> listed(List.of(seen)))
        .orElse(List.of());
  }

  /** The newest before the last one; the one that came last among equals. */
  private List<Contribution> newestBefore(List<PastEvent> past) {
    return past.subList(0, past.size() - 1).stream()
        .filter(this::matches)
        .reduce((left, right) -> right.time() >= left.time() ? right : left)
        .filter(seen -> seen.time() <= last(past).time())
        .map(seen -> listed(List.of(seen)))
        .orElse(List.of());
  }

  /** Events that end a gap inside the window, each with its gap. */
  private List<Contribution> gaps(List<PastEvent> past) {
    List<Contribution> ends = new ArrayList<>();
    long newest = -1;
    for (PastEvent seen : past) {
      boolean ending = newest >= 0 && matches(seen) && seen.time() >= newest;
      long gap = seen.time() - newest;
      if (ending && gap <= feature.window().toMillis() && isInWindow(seen, last(past))) {
        ends.add(contribution(seen, (double) gap));
      }
      newest = matches(seen) ? Math.max(newest, seen.time()) : newest;
    }
    return ends;
  }
}
