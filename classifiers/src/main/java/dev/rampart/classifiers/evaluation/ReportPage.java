package dev.rampart.classifiers.evaluation;

import dev.rampart.classifiers.manifest.OperatingPoint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An evaluation as one HTML page that needs nothing else: for each label the figures, a reliability
 * diagram, the precision-recall curve and the confusion at each threshold.
 */
public final class ReportPage {
  private static final int SIDE = 240;
  private static final int MOST_POINTS = 400;
  private static final String STYLE =
      """
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
      h1 { font-size: 1.5rem } h2 { margin-top: 2.5rem; border-top: 1px solid #d5dbe3; padding-top: 1rem }
      table { border-collapse: collapse; margin: 1rem 0 } th, td { padding: .25rem .75rem; text-align: right; border-bottom: 1px solid #e6eaf0 }
      th:first-child, td:first-child { text-align: left } figure { display: inline-block; margin: 0 2rem 0 0 } figcaption { color: #56616f }
      svg { background: #f6f8fa } @media (prefers-color-scheme: dark) { body { color: #dde3ea; background: #14181d } svg { background: #1c222a } }
      """;

  private final Evaluation evaluation;
  private final StringBuilder out = new StringBuilder();

  private ReportPage(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** The page. No text of any message is in it. */
  public static String html(Evaluation evaluation) {
    return new ReportPage(evaluation).page();
  }

  private String page() {
    String title = "Evaluation of " + escaped(evaluation.model().toString());
    out.append(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
    out.append(title)
        .append("</title><style>\n")
        .append(STYLE)
        .append("</style></head><body>\n<h1>")
        .append(title)
        .append("</h1>\n");
    out.append(
        String.format(
            Locale.ROOT,
            "<p>%,d messages, %,d without a score.</p>%n",
            evaluation.messages(),
            evaluation.missing()));
    evaluation.labels().forEach(this::label);
    return out.append("</body></html>\n").toString();
  }

  private void label(String name, Judged judged) {
    out.append("<h2>").append(escaped(name)).append("</h2>\n");
    out.append(
        String.format(
            Locale.ROOT,
            "<p>%,d messages know this label, %,d are positive. ",
            judged.scores().length,
            judged.positives()));
    out.append(
        String.format(
            Locale.ROOT,
            "AUROC %.4f, AUPRC %.4f, expected calibration error %.4f.</p>%n",
            judged.auroc(),
            judged.auprc(),
            judged.calibrationError()));
    figure("Reliability: share of positives by score", reliability(judged.reliability()));
    figure("Precision (up) by recall (right)", precisionRecall(judged.curve()));
    confusion(name, judged);
  }

  private void figure(String caption, String drawing) {
    out.append("<figure><svg role=\"img\" aria-label=\"")
        .append(caption)
        .append("\" width=\"")
        .append(SIDE)
        .append("\" height=\"")
        .append(SIDE);
    out.append("\" viewBox=\"-0.02 -0.02 1.04 1.04\"><g fill=\"none\" stroke-width=\"0.008\">");
    out.append("<path stroke=\"#9aa5b1\" d=\"M0 0V1H1\"/>")
        .append(drawing)
        .append("</g></svg><figcaption>")
        .append(caption)
        .append("</figcaption></figure>\n");
  }

  private static String reliability(List<Judged.Bin> bins) {
    StringBuilder drawing =
        new StringBuilder("<path stroke=\"#9aa5b1\" stroke-dasharray=\"0.02\" d=\"M0 1L1 0\"/>");
    for (Judged.Bin bin : bins) {
      String title =
          String.format(
              Locale.ROOT,
              "score %.2f: %.0f%% of %,d positive",
              bin.meanScore(),
              100 * bin.positiveShare(),
              bin.count());
      drawing.append(
          String.format(
              Locale.ROOT,
              "<circle fill=\"#2f6fde\" cx=\"%.4f\" cy=\"%.4f\" r=\"0.018\"><title>%s</title></circle>",
              bin.meanScore(),
              1 - bin.positiveShare(),
              title));
    }
    return drawing.toString();
  }

  private static String precisionRecall(List<Judged.AtThreshold> curve) {
    StringBuilder path = new StringBuilder();
    int step = Math.max(1, curve.size() / MOST_POINTS);
    for (int i = 0; i < curve.size(); i += step) {
      Judged.AtThreshold at = curve.get(i);
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(String.format(Locale.ROOT, "%.4f %.4f", at.recall(), 1 - at.precision()));
    }
    return "<path stroke=\"#2f6fde\" d=\"" + path + "\"/>";
  }

  private void confusion(String name, Judged judged) {
    out.append(
        "<table><tr><th>stated FPR</th><th>threshold</th><th>precision</th><th>recall</th><th>FPR</th><th>F1</th><th>precision at 1 % prevalence</th>");
    out.append("<th>true +</th><th>false +</th><th>false −</th><th>true −</th></tr>\n");
    for (OperatingPoint point : evaluation.points()) {
      Judged.AtThreshold at = judged.at(threshold(point.thresholds(), name));
      out.append(
          String.format(
              Locale.ROOT,
              "<tr><td>%s</td><td>%.4f</td><td>%.3f</td><td>%.3f</td><td>%.4f</td><td>%.3f</td><td>%.3f</td>",
              point.falsePositiveRate(),
              at.threshold(),
              at.precision(),
              at.recall(),
              at.falsePositiveRate(),
              at.f1(),
              at.precisionAt(0.01)));
      out.append(
          String.format(
              Locale.ROOT,
              "<td>%,d</td><td>%,d</td><td>%,d</td><td>%,d</td></tr>%n",
              at.truePositives(),
              at.falsePositives(),
              at.falseNegatives(),
              at.trueNegatives()));
    }
    out.append("</table>\n");
  }

  private static double threshold(Map<String, Double> thresholds, String label) {
    return Objects.requireNonNull(thresholds.get(label), label);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
