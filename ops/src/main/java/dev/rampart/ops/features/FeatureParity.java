package dev.rampart.ops.features;

import dev.rampart.topology.features.DistinctCounts;
import dev.rampart.topology.features.FeatureDefinition;

/** Comparison of one feature's served values with those that were worked out again. */
final class FeatureParity {
  private final FeatureDefinition feature;
  private final boolean recomputed;
  private long compared;
  private long matched;
  private long sketched;
  private double errorSum;
  private double errorMost;

  FeatureParity(FeatureDefinition feature, boolean recomputed) {
    this.feature = feature;
    this.recomputed = recomputed;
  }

  String name() {
    return feature.name();
  }

  /**
   * @param served value in the decision
   * @param again value worked out again
   * @param exact number of different texts, NaN for a feature that counts none
   */
  void add(double served, double again, double exact) {
    if (!recomputed) {
      return;
    }
    compared++;
    matched += Double.compare(served, again) == 0 ? 1 : 0;
    if (exact > DistinctCounts.EXACT && !Double.isNaN(served)) {
      addSketched(Math.abs(served - exact) / exact);
    }
  }

  private void addSketched(double error) {
    sketched++;
    errorSum += error;
    errorMost = Math.max(errorMost, error);
  }

  ParityReport.Row row() {
    return new ParityReport.Row(
        feature.name(),
        recomputed ? "recomputed" : "served, not recomputed",
        compared,
        matched,
        ParityReport.share(matched, compared),
        sketched,
        sketched == 0 ? null : Double.valueOf(errorSum / sketched),
        sketched == 0 ? null : Double.valueOf(errorMost));
  }
}
