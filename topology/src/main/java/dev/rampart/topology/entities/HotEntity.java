package dev.rampart.topology.entities;

/**
 * An entity that is over its floor, as every instance knows it.
 *
 * @param entity as {@code kind:id}
 * @param from event time of the values, in milliseconds since the epoch
 * @param until event time from which they are not served
 * @param places of the values in a vector of all features
 * @param values of the features of its kind, NaN where one has none
 */
@SuppressWarnings("ArrayRecordComponent") // read on the hot path; compared nowhere, never changed
record HotEntity(String entity, long from, long until, int[] places, double[] values) {
  /**
   * How much older than the values an event may be that is served them: partitions are not read in
   * step, so an event of the same minute can come after the news of it.
   */
  private static final long OLDER_MILLIS = 60_000;

  boolean isServedAt(long eventTime) {
    return eventTime < until && eventTime >= from - OLDER_MILLIS;
  }

  /** Writes its values; where another entity of the kind already did, the larger stays. */
  void serve(double[] features, boolean first) {
    for (int i = 0; i < places.length; i++) {
      double value = values[i];
      if (!Double.isNaN(value) && (first || !(features[places[i]] >= value))) {
        features[places[i]] = value;
      }
    }
  }
}
