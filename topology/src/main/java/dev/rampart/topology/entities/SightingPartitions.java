package dev.rampart.topology.entities;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Which partition an entity belongs to. How many there are is learnt when the first page is
 * written; until then every entity's sightings make a page of their own. Any thread.
 */
public final class SightingPartitions implements StreamPartitioner<Integer, byte[]> {
  private volatile int count;

  /** A number that all entities of a partition share, once the number of partitions is known. */
  int group(int hash) {
    int known = count;
    return known == 0 ? hash : Math.floorMod(hash, known);
  }

  /** How many partitions there are; 0 until the first page is written. */
  int count() {
    return count;
  }

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, Integer group, byte[] page, int partitions) {
    count = partitions;
    return Optional.of(Set.of(Math.floorMod(group, partitions)));
  }
}
