package dev.rampart.ops.decisions;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The columns of one segment that depend on catalogue and models. A decision that does not fit
 * starts a new segment.
 *
 * @param catalogueVersion version of the feature catalogue
 * @param features column names, {@code features.NAME} in the catalogue's order
 * @param scores column names, {@code scores.MODEL.LABEL}, {@code shadow.MODEL.LABEL} of a model
 *     that policies do not see
 */
record LogLayout(String catalogueVersion, List<String> features, List<String> scores) {
  LogLayout {
    features = List.copyOf(features);
    scores = List.copyOf(scores);
  }

  /** The layout for a decision, with the scores of an earlier one where that still fits. */
  static LogLayout of(Decision decision, LogLayout earlier, FeatureNames names) {
    TreeSet<String> scores = new TreeSet<>(earlier.scores());
    decision.getScores().forEach(model -> scores.addAll(columns(model)));
    return new LogLayout(
        decision.getCatalogueVersion(),
        columns(decision, names.of(decision.getCatalogueVersion())),
        List.copyOf(scores));
  }

  static LogLayout empty() {
    return new LogLayout("", List.of(), List.of());
  }

  private static List<String> columns(Decision decision, List<String> names) {
    return IntStream.range(0, decision.getFeatures().size())
        .mapToObj(i -> "features." + (i < names.size() ? names.get(i) : "unnamed_" + i))
        .toList();
  }

  private static List<String> columns(ModelScores model) {
    List<String> columns = new ArrayList<>();
    model.getLabels().keySet().forEach(label -> columns.add(column(model, label)));
    return columns;
  }

  private static String column(ModelScores model, String label) {
    String prefix = model.getMode() == PolicyMode.SHADOW ? "shadow." : "scores.";
    return prefix + model.getModel() + "." + label;
  }

  boolean fits(Decision decision) {
    return catalogueVersion.equals(decision.getCatalogueVersion())
        && features.size() == decision.getFeatures().size()
        && decision.getScores().stream().allMatch(model -> scores.containsAll(columns(model)));
  }

  /** Features of a decision in the order of the columns. */
  double[] features(Decision decision) {
    double[] values = new double[features.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = decision.getFeatures().get(i);
    }
    return values;
  }

  /** Scores of a decision in the order of the columns, NaN where there is none. */
  float[] scores(Decision decision) {
    float[] values = new float[scores.size()];
    java.util.Arrays.fill(values, Float.NaN);
    for (ModelScores model : decision.getScores()) {
      model
          .getLabels()
          .forEach((label, score) -> values[scores.indexOf(column(model, label))] = score);
    }
    return values;
  }
}
