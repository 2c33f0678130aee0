package dev.rampart.classifiers.training;

import dev.rampart.classifiers.manifest.OperatingPoint;
import dev.rampart.classifiers.onnx.LinearGraph;
import dev.rampart.classifiers.text.HashSpec;
import dev.rampart.classifiers.text.RowIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A model that is ready to be written: rows that matter, calibration in the weights, thresholds
 * from held-out examples.
 *
 * @param spec how texts are hashed
 * @param labels in the order of the output
 * @param index of the rows that were kept
 * @param table of the kept rows, row 0 zeros
 * @param bias one for each label
 * @param points thresholds at false-positive rates
 * @param figures on the held-out examples, by label
 * @param unseen figures on sets that a model like it did not learn from, by label and set
 */
@SuppressWarnings("ArrayRecordComponent") // written out as they are
record TrainedModel(
    HashSpec spec,
    List<String> labels,
    RowIndex index,
    float[] table,
    float[] bias,
    List<OperatingPoint> points,
    Map<String, Figures> figures,
    Map<String, Map<String, Unseen>> unseen) {
  private static final double[] RATES = {0.001, 0.005, 0.01, 0.05};
  private static final int SHOWN = 2;
  private static final float LEAST_WEIGHT = 0.3f;

  /**
   * What held-out examples show of one label.
   *
   * @param positives among them
   * @param examples that know the label
   * @param auroc area under the ROC curve
   * @param recall at each operating point's threshold
   */
  record Figures(int positives, int examples, double auroc, List<Double> recall) {}

  /**
   * What a left-out set shows of one label.
   *
   * @param positives among its examples
   * @param examples that know the label
   * @param auroc area under the ROC curve; NaN without both kinds
   * @param falsePositiveRate share of its negatives at the threshold for one in a hundred
   * @param recall share of its positives there
   */
  record Unseen(
      int positives, int examples, double auroc, double falsePositiveRate, double recall) {
    private static Unseen of(HeldOut set, double threshold) {
      return new Unseen(
          set.positives(),
          set.truth().length,
          set.auroc(),
          set.falsePositiveRateAt(threshold),
          set.positives() == 0 ? Double.NaN : set.recallAt(threshold));
    }
  }

  static TrainedModel finish(
      HashSpec spec, LinearWeights weights, Rows heldOut, UnseenSources sources) {
    List<String> labels = heldOut.labels();
    LinearWeights pruned = pruned(weights);
    Map<String, Figures> figures = new LinkedHashMap<>();
    Map<String, Map<String, Unseen>> unseen = new LinkedHashMap<>();
    List<Map<String, Double>> thresholds = new ArrayList<>();
    for (int r = 0; r < RATES.length; r++) {
      thresholds.add(new LinkedHashMap<>());
    }
    for (int l = 0; l < labels.size(); l++) {
      HeldOut raw = HeldOut.of(heldOut, pruned, l);
      List<HeldOut> talk = sources.chat(l, pruned, heldOut);
      LabelFit fit = LabelFit.of(raw.scores(), raw.truth());
      bake(pruned, l, fit);
      HeldOut calibrated = raw.calibrated(fit);
      List<HeldOut> chat = talk.stream().map(set -> set.calibrated(fit)).toList();
      List<Double> recall = new ArrayList<>();
      for (int r = 0; r < RATES.length; r++) {
        double threshold =
            HeldOut.thresholdAt(RATES[r], chat.isEmpty() ? List.of(calibrated) : chat);
        thresholds.get(r).put(labels.get(l), threshold);
        recall.add(calibrated.recallAt(threshold));
      }
      figures.put(
          labels.get(l), new Figures(raw.positives(), raw.truth().length, raw.auroc(), recall));
      double shown = Objects.requireNonNull(thresholds.get(SHOWN).get(labels.get(l)));
      unseen.put(labels.get(l), unseen(sources.of(l), fit, shown));
    }
    List<OperatingPoint> points = new ArrayList<>();
    for (int r = 0; r < RATES.length; r++) {
      points.add(new OperatingPoint(RATES[r], thresholds.get(r)));
    }
    return compact(spec, labels, pruned, points, figures, unseen);
  }

  private static Map<String, Unseen> unseen(
      Map<String, HeldOut> sets, LabelFit fit, double threshold) {
    Map<String, Unseen> unseen = new LinkedHashMap<>();
    sets.forEach((name, set) -> unseen.put(name, Unseen.of(set.calibrated(fit), threshold)));
    return unseen;
  }

  private static LinearWeights pruned(LinearWeights weights) {
    float[] table = weights.table().clone();
    int labels = weights.labels();
    for (int row = 0; row < weights.buckets(); row++) {
      float largest = 0;
      for (int l = 0; l < labels; l++) {
        largest = Math.max(largest, Math.abs(table[row * labels + l]));
      }
      if (largest < LEAST_WEIGHT) {
        Arrays.fill(table, row * labels, (row + 1) * labels, 0f);
      }
    }
    return new LinearWeights(weights.buckets(), table, weights.bias().clone());
  }

  private static void bake(LinearWeights weights, int label, LabelFit fit) {
    int labels = weights.labels();
    for (int at = label; at < weights.table().length; at += labels) {
      weights.table()[at] *= (float) fit.slope();
    }
    weights.bias()[label] = (float) (weights.bias()[label] * fit.slope() + fit.offset());
  }

  private static TrainedModel compact(
      HashSpec spec,
      List<String> labels,
      LinearWeights weights,
      List<OperatingPoint> points,
      Map<String, Figures> figures,
      Map<String, Map<String, Unseen>> unseen) {
    int width = labels.size();
    BitSet kept = new BitSet(spec.buckets());
    for (int at = 0; at < weights.table().length; at++) {
      if (weights.table()[at] != 0) {
        kept.set(at / width);
      }
    }
    RowIndex index = RowIndex.of(kept, spec.buckets());
    float[] table = new float[index.rows() * width];
    kept.stream()
        .forEach(
            id ->
                System.arraycopy(weights.table(), id * width, table, index.row(id) * width, width));
    return new TrainedModel(
        spec, labels, index, LinearGraph.stored(table), weights.bias(), points, figures, unseen);
  }

  float[] scores(int[] ids, int count) {
    int width = labels.size();
    float[] sums = new float[width];
    for (int i = 0; i < count; i++) {
      int at = index.row(ids[i]) * width;
      for (int l = 0; l < width; l++) {
        sums[l] += table[at + l];
      }
    }
    for (int l = 0; l < width; l++) {
      sums[l] = LinearTrainer.sigmoid(sums[l] * LinearWeights.scale(count) + bias[l]);
    }
    return sums;
  }
}
