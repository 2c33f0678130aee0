package dev.rampart.ops.models;

import dev.rampart.classifiers.evaluation.Evaluation;
import dev.rampart.classifiers.evaluation.Judged;
import dev.rampart.classifiers.evaluation.Judged.AtThreshold;
import dev.rampart.classifiers.manifest.OperatingPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an evaluation.
 *
 * @param model name and version
 * @param messages how many were scored
 * @param missing how many got no score
 * @param labels figures by label
 */
record EvaluationTable(String model, int messages, int missing, Map<String, Label> labels) {
  /**
   * Figures of a label.
   *
   * @param known messages where the label is known
   * @param positives those of them that have it
   * @param auroc area under the ROC curve; null without both kinds
   * @param auprc area under the precision-recall curve; null without positives
   * @param calibrationError expected calibration error, 0 to 1
   * @param thresholds the model's thresholds
   */
  record Label(
      int known,
      int positives,
      @Nullable Double auroc,
      @Nullable Double auprc,
      double calibrationError,
      List<Point> thresholds) {}

  /**
   * Figures at one of the model's thresholds.
   *
   * @param statedFalsePositiveRate the rate for which it was chosen
   * @param precisionAtOnePercent what the precision would be where one message in a hundred has the
   *     label
   */
  record Point(
      double statedFalsePositiveRate,
      double threshold,
      double precision,
      double recall,
      double falsePositiveRate,
      double f1,
      double precisionAtOnePercent) {}

  static EvaluationTable of(Evaluation evaluation) {
    Map<String, Label> labels = new LinkedHashMap<>();
    evaluation
        .labels()
        .forEach((name, judged) -> labels.put(name, label(name, judged, evaluation.points())));
    return new EvaluationTable(
        evaluation.model().name() + "/" + evaluation.model().version(),
        evaluation.messages(),
        evaluation.missing(),
        labels);
  }

  private static Label label(String name, Judged judged, List<OperatingPoint> points) {
    List<Point> thresholds = new ArrayList<>();
    for (OperatingPoint point : points) {
      Double threshold = point.thresholds().get(name);
      if (threshold != null) {
        thresholds.add(point(point.falsePositiveRate(), judged.at(threshold)));
      }
    }
    return new Label(
        judged.scores().length,
        judged.positives(),
        numberOrNull(judged.auroc()),
        numberOrNull(judged.auprc()),
        judged.calibrationError(),
        thresholds);
  }

  private static @Nullable Double numberOrNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Point point(double stated, AtThreshold at) {
    return new Point(
        stated,
        at.threshold(),
        at.precision(),
        at.recall(),
        at.falsePositiveRate(),
        at.f1(),
        at.precisionAt(0.01));
  }

  /** For people. */
  String text() {
    return "%s: %,d messages, %,d without a score%n".formatted(model, messages, missing)
        + labels.entrySet().stream()
            .map(each -> text(each.getKey(), each.getValue()))
            .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String text(String name, Label label) {
    String heading =
        String.format(
            Locale.ROOT,
            "%s: %,d known, %,d positive, AUROC %.4f, AUPRC %.4f, calibration error %.4f",
            name,
            label.known(),
            label.positives(),
            label.auroc(),
            label.auprc(),
            label.calibrationError());
    return label.thresholds().stream()
        .map(
            at ->
                String.format(
                    Locale.ROOT,
                    "  threshold %.4f (for FPR %.3f): precision %.4f, recall %.4f, FPR %.4f, F1 %.4f, precision at 1 %% prevalence %.4f",
                    at.threshold(),
                    at.statedFalsePositiveRate(),
                    at.precision(),
                    at.recall(),
                    at.falsePositiveRate(),
                    at.f1(),
                    at.precisionAtOnePercent()))
        .collect(Collectors.joining(System.lineSeparator(), heading + System.lineSeparator(), ""));
  }
}
