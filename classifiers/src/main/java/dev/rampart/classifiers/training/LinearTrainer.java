package dev.rampart.classifiers.training;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Logistic regression over hashed features, for each label on its own: the least of a {@link
 * LogisticLoss}. Labels are fitted side by side; the same rows give the same weights, bit by bit.
 */
final class LinearTrainer {
  private final Settings settings;

  /**
   * How to train.
   *
   * @param buckets rows of the table
   * @param penalty of large weights, against the summed loss of all examples
   * @param fewest rows that an id must be in to be learned
   * @param steps of the minimiser at most
   */
  record Settings(int buckets, double penalty, int fewest, int steps) {
    private static final double PENALTY = 0.1;
    private static final int FEWEST = 2;
    private static final int STEPS = 60;

    /** What did best in cross-validation inside the training parts of the public protocols. */
    static Settings standard(int buckets) {
      return new Settings(buckets, PENALTY, FEWEST, STEPS);
    }

    /** About as good in a third of the time: for models that are only measured. */
    Settings quick() {
      return new Settings(buckets, penalty, 2 * fewest, steps / 3);
    }

    Settings withPenalty(double other) {
      return new Settings(buckets, other, fewest, steps);
    }
  }

  LinearTrainer(Settings settings) {
    this.settings = settings;
  }

  /**
   * Trains on the rows.
   *
   * @param progress told the finished share, 0 to 1
   */
  LinearWeights train(Rows all, DoubleConsumer progress) {
    Rows rows = all.withoutRare(settings.fewest(), settings.buckets());
    int labels = rows.labels().size();
    float[] table = new float[settings.buckets() * labels];
    float[] bias = new float[labels];
    AtomicInteger done = new AtomicInteger();
    IntStream.range(0, labels)
        .parallel()
        .forEach(
            label -> {
              fit(rows, label, table, bias);
              progress.accept((double) done.incrementAndGet() / labels);
            });
    return new LinearWeights(settings.buckets(), table, bias);
  }

  private void fit(Rows rows, int label, float[] table, float[] bias) {
    LogisticLoss loss = new LogisticLoss(rows, settings.buckets(), label, settings.penalty());
    double[] least = new Lbfgs(loss, settings.steps(), 1e-5).minimum();
    loss.store(least, table, label, bias.length);
    bias[label] = (float) least[0];
  }

  static float sigmoid(float z) {
    return (float) (1 / (1 + Math.exp(-z)));
  }
}
