package dev.rampart.topology.entities;

import org.jspecify.annotations.Nullable;

/**
 * What an earlier run served of entities other than accounts. A pipeline that is given it serves
 * the same again, whenever news of entities would have come now. Safe for use by many threads.
 */
@FunctionalInterface
public interface ServedValues {
  /**
   * Values of an event in the catalogue's order, of which those of other entities are taken; null
   * for one that the earlier run did not decide.
   */
  double @Nullable [] of(String eventId);
}
