package dev.rampart.topology.features;

/** Formulas of the aggregates over the storages that {@link SlotNeeds} names, in its order. */
final class Rules {
  private Rules() {}

  static Rule of(FeatureDefinition feature, int[] slots, int[] sources) {
    return switch (feature.aggregate()) {
      case COUNT, SUM -> total(slots[0]);
      case MEAN -> quotient(slots[1], slots[0], 1);
      case RATE -> perSecond(slots[0], (double) feature.window().toSeconds());
      case VARIANCE -> variance(slots);
      case FIRST -> (cells, event, values) -> ((FirstValueCell) cells[slots[0]]).value(event);
      case LAST -> (cells, event, values) -> ((LastValueCell) cells[slots[0]]).valueBefore();
      case TIME_SINCE ->
          (cells, event, values) -> ((LastTimeCell) cells[slots[0]]).secondsSince(event);
      case AGE -> (cells, event, values) -> ((OriginCell) cells[slots[0]]).days(event);
      case VALUE -> throw new IllegalArgumentException("needs no storage");
      case TENURE -> (cells, event, values) -> event.daysSinceFirstSeen();
      case RATIO -> (cells, event, values) -> divide(values[sources[0]], values[sources[1]]);
      case GAP_MEAN -> quotient(slots[2], slots[1], 1000);
      case GAP_VARIATION -> gapVariation(slots);
      case MIN, MAX -> (cells, event, values) -> ((ExtremeCell) cells[slots[0]]).window(event);
      case DISTINCT -> (cells, event, values) -> ((DistinctCell) cells[slots[0]]).window(event);
      case REPEATS -> (cells, event, values) -> ((FrequencyCell) cells[slots[0]]).ownCount(event);
      case ENTROPY ->
          (cells, event, values) -> ((FrequencyCell) cells[slots[0]]).totals(event).entropy();
      case TOP_K -> topShare(slots[0], feature.k());
      case EWMA, Z_SCORE -> decayed(feature.aggregate(), slots[0], sources);
    };
  }

  /** The event's own number. */
  static Rule ofNumber(int number) {
    return (cells, event, values) -> (double) event.numbers[number];
  }

  /** A value of the pair that the event is about. */
  static Rule ofPair(int slot, int place) {
    return (cells, event, values) -> ((PairsCell) cells[slot]).value(place);
  }

  private static Rule topShare(int slot, int k) {
    return (cells, event, values) -> ((FrequencyCell) cells[slot]).totals(event).topShare(k);
  }

  private static Rule decayed(Aggregate aggregate, int slot, int[] sources) {
    Rule number =
        sources.length == 0
            ? (cells, event, values) -> (double) event.numbers[cells[slot].slot.value()]
            : (cells, event, values) -> values[sources[0]];
    return aggregate == Aggregate.EWMA
        ? (cells, event, values) ->
            ((DecayCell) cells[slot]).mean(event, number.value(cells, event, values))
        : (cells, event, values) ->
            ((DecayCell) cells[slot]).score(event, number.value(cells, event, values));
  }

  private static Rule total(int slot) {
    return (cells, event, values) -> (double) sum(cells, slot, event);
  }

  private static Rule perSecond(int slot, double seconds) {
    return (cells, event, values) -> sum(cells, slot, event) / seconds;
  }

  private static Rule quotient(int above, int below, double unit) {
    return (cells, event, values) ->
        divide((double) sum(cells, above, event), (double) sum(cells, below, event) * unit);
  }

  private static Rule variance(int[] slots) {
    return (cells, event, values) ->
        ExactVariance.of(
            sum(cells, slots[0], event), sum(cells, slots[1], event), sum(cells, slots[2], event));
  }

  /** Needs two gaps: one has no spread. */
  private static Rule gapVariation(int[] slots) {
    return (cells, event, values) -> {
      long count = sum(cells, slots[1], event);
      long sum = sum(cells, slots[2], event);
      double variance = ExactVariance.of(count, sum, sum(cells, slots[3], event));
      return count < 2 ? Double.NaN : divide(Math.sqrt(variance), (double) sum / count);
    };
  }

  private static double divide(double above, double below) {
    return below == 0 ? Double.NaN : above / below;
  }

  private static long sum(Cell[] cells, int slot, Observation event) {
    return ((AdditiveCell) cells[slot]).window(event);
  }
}
