package dev.rampart.topology.features;

/** Works out a feature's value after the event was added; NaN where there is none. */
@FunctionalInterface
interface Rule {
  /**
   * Value of the feature as of the event.
   *
   * @param cells storages of the record
   * @param values values of the features declared before this one
   */
  double value(Cell[] cells, Observation event, double[] values);
}
