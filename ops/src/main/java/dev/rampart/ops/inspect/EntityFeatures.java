package dev.rampart.ops.inspect;

import dev.rampart.topology.features.EntityKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code entity-features} holds of an entity.
 *
 * @param hotSince event time at which every instance was last told that it is hot; null while it is
 *     not
 * @param waiting events that wait to be acted upon once it is hot
 * @param features those of its kind, in the catalogue's order, as of its newest event
 */
public record EntityFeatures(
    EntityKind kind,
    Instant lastEventAt,
    @Nullable Instant hotSince,
    int waiting,
    List<FeatureValue> features) {
  public EntityFeatures {
    features = List.copyOf(features);
  }
}
