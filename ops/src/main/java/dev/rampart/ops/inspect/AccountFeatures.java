package dev.rampart.ops.inspect;

import java.time.Instant;
import java.util.List;

/**
 * What {@code account-features} holds of an account.
 *
 * @param lastEventAt event time of its newest event
 * @param asOf moment at which the values stand: that of the newest event
 * @param features those of the account itself, in the catalogue's order
 */
public record AccountFeatures(Instant lastEventAt, Instant asOf, List<FeatureValue> features) {
  public AccountFeatures {
    features = List.copyOf(features);
  }
}
