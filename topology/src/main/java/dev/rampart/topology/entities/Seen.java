package dev.rampart.topology.entities;

import dev.rampart.topology.features.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * An event as one entity sees it.
 *
 * @param kind kind of the entity
 * @param id the entity
 * @param signature of the text, where the entity is a text
 * @param served whether the event was decided with the entity known to be hot
 * @param sighting what is learnt of the event
 */
record Seen(
    EntityKind kind,
    String id,
    @Nullable TextSignature signature,
    boolean served,
    Sighting sighting) {}
