package dev.rampart.ops.policies;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.Threshold;
import java.util.List;
import java.util.Map;

/**
 * A threshold of a policy.
 *
 * @param min least value that may be set
 * @param max greatest value that may be set
 * @param unit what it counts; may be empty
 * @param meaning what raising or lowering it does; may be empty
 */
public record ThresholdLine(
    String name, double value, double min, double max, String unit, String meaning) {
  static List<ThresholdLine> of(PolicyDocument document) {
    return document.thresholds().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static ThresholdLine of(String name, Threshold threshold) {
    return new ThresholdLine(
        name,
        threshold.value(),
        threshold.min(),
        threshold.max(),
        threshold.unit(),
        threshold.means());
  }
}
