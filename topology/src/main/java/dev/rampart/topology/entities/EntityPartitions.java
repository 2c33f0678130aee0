package dev.rampart.topology.entities;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Which partition holds the record of an entity, by its key in {@code entity-features}: where
 * {@link SightingPartitions} sends what is learnt of it. Any thread.
 */
public final class EntityPartitions implements StreamPartitioner<String, byte[]> {
  /**
   * @throws IllegalArgumentException when the key is none of that store
   */
  @Override
  public Optional<Set<Integer>> partitions(String topic, String key, byte[] value, int partitions) {
    int hash = EntityKeys.hash(EntityKeys.kind(key), EntityKeys.id(key));
    return Optional.of(Set.of(Math.floorMod(hash, partitions)));
  }
}
