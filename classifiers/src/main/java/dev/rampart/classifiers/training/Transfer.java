package dev.rampart.classifiers.training;

import dev.rampart.classifiers.manifest.OperatingPoint;
import dev.rampart.classifiers.text.HashSpec;
import dev.rampart.classifiers.text.NgramFeaturiser;
import dev.rampart.classifiers.training.FunctionalSuite.Finding;
import dev.rampart.classifiers.training.TrainedModel.Unseen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * What the shipped mixtures are worth on text that is like none of their sets: each set scored by a
 * model that was trained on the others, and the functional suite scored by the model of all of
 * them. The same data and seed give the same figures.
 */
public final class Transfer {
  private static final double SHOWN_RATE = 0.01;

  private final Path data;
  private final long seed;
  private final BiConsumer<String, Double> progress;

  /**
   * A set that was left out of training.
   *
   * @param model whose mixture it is
   * @param label of the model
   * @param leftOut the set
   * @param examples that know the label
   * @param positives among them
   * @param auroc area under the ROC curve; NaN without both kinds
   * @param falsePositiveRate at the threshold for one in a hundred of everyday talk
   * @param recall at the same threshold
   */
  public record LeftOut(
      String model,
      String label,
      String leftOut,
      int examples,
      int positives,
      double auroc,
      double falsePositiveRate,
      double recall) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-9s %-11s without %-11s %,7d of %,7d  AUROC %s  FPR %s  recall %s",
          model,
          label,
          leftOut,
          positives,
          examples,
          shown(auroc),
          shown(falsePositiveRate),
          shown(recall));
    }

    private static String shown(double share) {
      return Double.isNaN(share) ? "   –" : String.format(Locale.ROOT, "%.3f", share);
    }
  }

  /**
   * What came of one model.
   *
   * @param model its name
   * @param leftOut sets that were left out, label by label
   * @param findings of the functional suite, kind by kind, at the same threshold
   * @param suiteRanking AUROC of the suite by the model's first label
   */
  public record Figures(
      String model, List<LeftOut> leftOut, List<Finding> findings, double suiteRanking) {
    /** A line for each figure. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      leftOut.forEach(figure -> lines.add(figure.toString()));
      findings.forEach(finding -> lines.add("suite: " + finding));
      lines.add(String.format(Locale.ROOT, "suite: %-9s AUROC %.3f", model, suiteRanking));
      return lines;
    }
  }

  /**
   * Figures of the models that are trained from public sets.
   *
   * @param data folder of the sets
   * @param seed of everything random
   * @param progress told what is done now, and which share of it is finished, 0 to 1
   */
  public Transfer(Path data, long seed, BiConsumer<String, Double> progress) {
    this.data = data;
    this.seed = seed;
    this.progress = progress;
  }

  /** Trains one of {@link ModelTrainer#MODELS} and what it takes to judge it; some minutes. */
  public Figures of(String model) {
    Mixture mixture = new Mixtures(data, seed).of(model);
    TrainedModel trained = new ModelTrainer(data, seed, progress).train(mixture, HashSpec.STANDARD);
    FunctionalSuite suite = FunctionalSuite.read();
    Reader reader = new Reader(trained, FunctionalSuite.labels(model));
    return new Figures(
        model,
        leftOut(trained, model),
        suite.findings(model, reader::finds),
        ranking(suite, reader, model));
  }

  private static double ranking(FunctionalSuite suite, Reader reader, String model) {
    return suite.ranking(model, text -> reader.scores(text)[0]);
  }

  private static List<LeftOut> leftOut(TrainedModel trained, String model) {
    List<LeftOut> all = new ArrayList<>();
    trained
        .unseen()
        .forEach(
            (label, sets) ->
                sets.forEach((set, unseen) -> all.add(leftOut(model, label, set, unseen))));
    return all;
  }

  private static LeftOut leftOut(String model, String label, String set, Unseen unseen) {
    return new LeftOut(
        model,
        label,
        set,
        unseen.examples(),
        unseen.positives(),
        unseen.auroc(),
        unseen.falsePositiveRate(),
        unseen.recall());
  }

  /** A trained model that reads one text after the other. */
  private static final class Reader {
    private final TrainedModel model;
    private final List<String> labels;
    private final NgramFeaturiser featuriser;
    private final OperatingPoint point;

    Reader(TrainedModel model, List<String> labels) {
      this.model = model;
      this.labels = labels;
      this.featuriser = new NgramFeaturiser(model.spec());
      this.point =
          model.points().stream()
              .filter(one -> one.falsePositiveRate() == SHOWN_RATE)
              .findFirst()
              .orElseThrow();
    }

    /** The scores of the labels that find something. */
    float[] scores(String text) {
      int count = featuriser.featurise(text);
      float[] all = model.scores(featuriser.ids(), count);
      float[] some = new float[labels.size()];
      for (int l = 0; l < some.length; l++) {
        some[l] = all[model.labels().indexOf(labels.get(l))];
      }
      return some;
    }

    boolean finds(String text) {
      float[] scores = scores(text);
      for (int l = 0; l < scores.length; l++) {
        Double threshold = point.thresholds().get(labels.get(l));
        if (threshold != null && scores[l] >= threshold) {
          return true;
        }
      }
      return false;
    }
  }
}
