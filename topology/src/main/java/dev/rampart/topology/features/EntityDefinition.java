package dev.rampart.topology.features;

import java.time.Duration;
import java.util.Map;

/**
 * How the entities of one kind are kept.
 *
 * @param kind any but the author; of a recipient pair only the time that it is kept is asked
 * @param hotAt floor by name of a feature of the kind: an entity is hot, and told to every
 *     instance, while one of these features is at its floor or over it
 * @param kept how long an entity without events is remembered, in event time
 * @param remembers CEL condition of the events that are remembered while the entity is not known to
 *     be hot, so that each can be acted upon through a finding once it is; empty for none
 */
public record EntityDefinition(
    EntityKind kind, Map<String, Double> hotAt, Duration kept, String remembers) {
  public EntityDefinition {
    hotAt = Map.copyOf(hotAt);
  }
}
