package dev.rampart.topology.features;

import java.util.Locale;

/**
 * How a feature turns the events of its entity into one number. Unless said otherwise only events
 * that match the feature's filter are used, the window is {@code (t - w, t]} and the event itself
 * is included.
 */
public enum Aggregate {
  /** Number of events in the window. */
  COUNT(Needs.NOTHING, true),
  /** Sum of the value over the window. */
  SUM(Needs.NUMBER, true),
  /** Smallest value in the window. */
  MIN(Needs.NUMBER, true),
  /** Largest value in the window. */
  MAX(Needs.NUMBER, true),
  /** Mean of the value over the window. */
  MEAN(Needs.NUMBER, true),
  /** Population variance of the value over the window. */
  VARIANCE(Needs.NUMBER, true),
  /** Events per second: the count divided by the window's length. */
  RATE(Needs.NOTHING, true),
  /** Number of different texts in the window: exact while few, then a sliding HyperLogLog. */
  DISTINCT(Needs.TEXT, true),
  /** Share (0 to 1) of the window's texts that the {@code k} most frequent ones have. */
  TOP_K(Needs.TEXT, true),
  /** How often the event's own text occurred in the window, itself included. */
  REPEATS(Needs.TEXT, true),
  /** Shannon entropy, in bits, of the texts in the window. */
  ENTROPY(Needs.TEXT, true),
  /** The event's own value; needs no storage. */
  VALUE(Needs.NUMBER, false),
  /** Value of the earliest event. */
  FIRST(Needs.NUMBER, false),
  /** Value of the newest event before this one. */
  LAST(Needs.NUMBER, false),
  /** Seconds since the newest event before this one. */
  TIME_SINCE(Needs.NOTHING, false),
  /**
   * Days since the entity's origin: the first time told by the value, or the time of the first
   * event that matches the filter; missing until one is known.
   */
  AGE(Needs.TIME, false),
  /** Days since the first event seen of the entity. */
  TENURE(Needs.NOTHING, false),
  /** The first of two other features divided by the second. */
  RATIO(Needs.TWO_FEATURES, false),
  /** Mean of the value weighted by age, the weight halving over the window's length. */
  EWMA(Needs.NUMBER_OR_FEATURE, true),
  /** Distance of the event's value from the weighted mean before it, in standard deviations. */
  Z_SCORE(Needs.NUMBER_OR_FEATURE, true),
  /** Mean seconds between one event and the next, over the gaps that end in the window. */
  GAP_MEAN(Needs.NOTHING, true),
  /** Standard deviation of those gaps divided by their mean: 0 is a clock, 1 is random. */
  GAP_VARIATION(Needs.NOTHING, true);

  /** What an aggregate works on. */
  enum Needs {
    NOTHING(Expressions.Kind.NONE, 0),
    NUMBER(Expressions.Kind.NUMBER, 0),
    TEXT(Expressions.Kind.TEXT, 0),
    TIME(Expressions.Kind.TIME, 0),
    NUMBER_OR_FEATURE(Expressions.Kind.NUMBER, 1),
    TWO_FEATURES(Expressions.Kind.NONE, 2);

    private final Expressions.Kind value;
    private final int features;

    Needs(Expressions.Kind value, int features) {
      this.value = value;
      this.features = features;
    }

    Expressions.Kind value() {
      return value;
    }

    /** Whether a feature may stand in place of the event's value. */
    boolean mayBeFeature() {
      return this == NUMBER_OR_FEATURE;
    }

    /** How many features it is computed from. */
    int sources(boolean withoutValue) {
      return mayBeFeature() && !withoutValue ? 0 : features;
    }
  }

  private final Needs needs;
  private final boolean windowed;

  Aggregate(Needs needs, boolean windowed) {
    this.needs = needs;
    this.windowed = windowed;
  }

  Needs needs() {
    return needs;
  }

  /** Whether a feature of this aggregate names a window; the others look at all of the past. */
  public boolean windowed() {
    return windowed;
  }

  /** Name as written in the catalogue. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
