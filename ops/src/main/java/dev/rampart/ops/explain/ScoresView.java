package dev.rampart.ops.explain;

import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a model said.
 *
 * @param mode LIVE or CANARY where policies saw the scores, SHADOW where they did not
 * @param labels score by label, 0 to 1
 * @param missingBecause why there are none; null where there are
 */
public record ScoresView(
    String model,
    String version,
    PolicyMode mode,
    Map<String, Float> labels,
    @Nullable String missingBecause) {
  public ScoresView {
    labels = Map.copyOf(labels);
  }

  static ScoresView of(ModelScores scores) {
    return new ScoresView(
        scores.getModel(),
        scores.getVersion(),
        scores.getMode(),
        scores.getLabels(),
        scores.getMissingBecause());
  }
}
