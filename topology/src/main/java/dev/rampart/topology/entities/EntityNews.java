package dev.rampart.topology.entities;

import java.util.List;

/**
 * What is said after an entity has taken its sightings.
 *
 * @param record what is stored of it now
 * @param telling whether instances are told of the entity
 * @param values of its features as of its newest event, in the order of its kind
 * @param found earlier events to act upon
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one call
record EntityNews(EntityRecord record, Telling telling, double[] values, List<Remembered> found) {
  /** What instances are told. */
  enum Telling {
    NOTHING,
    /** That it is hot, with its values. */
    HOT,
    /** That it is so no longer. */
    COLD
  }
}
