package dev.rampart.ops.upgrade;

import java.util.Map;
import java.util.Set;

/**
 * What an application left on the cluster.
 *
 * @param partitions of the topics that there are, by name: inputs, and those that hold the changes
 *     of the application's stores
 * @param newestFormats first bytes of the newest records of a topic of changes, by name
 * @param hasWorked whether the application has committed offsets
 */
record FormerState(
    Map<String, Integer> partitions, Map<String, Set<Integer>> newestFormats, boolean hasWorked) {
  FormerState {
    partitions = Map.copyOf(partitions);
    newestFormats = Map.copyOf(newestFormats);
  }
}
