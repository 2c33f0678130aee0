package dev.rampart.classifiers.training;

import dev.rampart.classifiers.evaluation.Ranking;
import dev.rampart.classifiers.onnx.VectorGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Trains {@code behaviour}, the risk of an account from its features, on decisions of the program
 * whose truth is known, and writes its folder. The same data and seed write the same bytes.
 */
public final class BehaviourTrainer {
  /** Name of the model. */
  public static final String MODEL = "behaviour";

  static final List<Double> RATES = List.of(0.001, 0.005, 0.01, 0.05);

  private final long seed;
  private final BiConsumer<String, Double> progress;

  /**
   * A trainer.
   *
   * @param seed of everything random
   * @param progress told what is done now, and which share of it is finished, 0 to 1
   */
  public BehaviourTrainer(long seed, BiConsumer<String, Double> progress) {
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * The data of a training.
   *
   * @param decisions decisions as JSON lines to learn from
   * @param heldOut decisions of other communities, for calibration, thresholds and figures
   * @param truth lines of {@code {"event_id": …, "kind": …}} for both, {@code NONE} for harmless
   */
  public record Data(Path decisions, Path heldOut, Path truth) {}

  /**
   * What was learned, with what the held-out messages show.
   *
   * @param names of the features
   * @param catalogue version of the features
   * @param trained messages that were learned from
   * @param network calibrated
   * @param heldOut calibrated scores
   * @param bestFeature the one that ranks the held-out messages best by itself
   * @param bestAuroc of that feature
   */
  record Trained(
      List<String> names,
      String catalogue,
      int trained,
      VectorGraph network,
      HeldOut heldOut,
      String bestFeature,
      double bestAuroc) {}

  /**
   * Trains and writes {@code <models>/behaviour/<version>/}.
   *
   * @throws IllegalArgumentException when the data cannot be used
   */
  public void train(Data data, String version, Path models) {
    progress.accept("reading the decisions", 0.0);
    Map<String, String> kinds = AccountRows.kinds(data.truth());
    AccountRows train = AccountRows.read(data.decisions(), kinds);
    AccountRows heldOut = AccountRows.read(data.heldOut(), kinds);
    if (!train.catalogue().equals(heldOut.catalogue())) {
      throw new IllegalArgumentException(
          "%s: catalogue_version: found %s, allowed: %s as in %s"
              .formatted(data.heldOut(), heldOut.catalogue(), train.catalogue(), data.decisions()));
    }
    Trained trained = train(train, heldOut);
    new BehaviourFolder(models.resolve(MODEL).resolve(version), version).write(trained);
    progress.accept("writing", 1.0);
  }

  Trained train(AccountRows train, AccountRows heldOut) {
    VectorGraph raw =
        new VectorTrainer(train, seed).train(share -> progress.accept("training", share));
    double[] logits = new double[heldOut.size()];
    boolean[] truth = new boolean[heldOut.size()];
    for (int row = 0; row < logits.length; row++) {
      logits[row] = raw.logit(heldOut.values(row));
      truth[row] = heldOut.truth(row);
    }
    LabelFit fit = LabelFit.of(logits, truth);
    int best = 0;
    for (int f = 1; f < train.names().size(); f++) {
      best = auroc(heldOut, truth, f) > auroc(heldOut, truth, best) ? f : best;
    }
    return new Trained(
        train.names(),
        train.catalogue(),
        train.size(),
        calibrated(raw, fit),
        new HeldOut(logits, truth).calibrated(fit),
        train.names().get(best),
        auroc(heldOut, truth, best));
  }

  /** Of one feature by itself, whichever way round; a missing value counts as 0. */
  private static double auroc(AccountRows rows, boolean[] truth, int feature) {
    double[] values = new double[truth.length];
    for (int row = 0; row < values.length; row++) {
      float value = rows.values(row)[feature];
      values[row] = Float.isNaN(value) ? 0 : value;
    }
    double auroc = Ranking.auroc(values, truth);
    return Math.max(auroc, 1 - auroc);
  }

  private static VectorGraph calibrated(VectorGraph raw, LabelFit fit) {
    float[] output = raw.output().clone();
    for (int unit = 0; unit < output.length; unit++) {
      output[unit] *= (float) fit.slope();
    }
    float bias = (float) (raw.outputBias() * fit.slope() + fit.offset());
    return new VectorGraph(
        raw.centres(), raw.scales(), raw.hidden(), raw.hiddenBias(), output, bias);
  }
}
