package dev.rampart.classifiers.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * Logistic regression for several labels at once by AdaGrad (Duchi, Hazan, Singer 2011), over
 * binary hashed features. A feature learns as fast as it tells positives from negatives ({@link
 * Telling}), so that common n-grams stay near zero. A label that an example does not know takes no
 * step. One thread, and an order that the seed fixes: the same rows give the same weights, bit by
 * bit.
 */
final class LinearTrainer {
  private static final float EPSILON = 1e-6f;
  private static final float BIAS_RATE = 0.1f;

  private final Settings settings;
  private final int labels;
  private final float[] table;
  private final float[] tableSquares;
  private final float[] bias;
  private final float[] biasSquares;
  private final float[] gradient;
  private float[] rates = {};

  /**
   * How to train.
   *
   * @param buckets rows of the table
   * @param epochs passes over the data
   * @param rate step size
   * @param shrinkage weight decay at each touch of a weight
   * @param fewest rows that an id must be in to be learned
   * @param seed of the order
   */
  record Settings(int buckets, int epochs, float rate, float shrinkage, int fewest, long seed) {
    /** What did best on the public protocols. */
    static Settings standard(int buckets, long seed) {
      return new Settings(buckets, 4, 0.2f, 1e-5f, 2, seed);
    }
  }

  LinearTrainer(Settings settings, int labels) {
    this.settings = settings;
    this.labels = labels;
    this.table = new float[settings.buckets() * labels];
    this.tableSquares = new float[table.length];
    this.bias = new float[labels];
    this.biasSquares = new float[labels];
    this.gradient = new float[labels];
  }

  /**
   * Trains on the rows.
   *
   * @param progress told the finished share, 0 to 1
   */
  LinearWeights train(Rows all, DoubleConsumer progress) {
    Rows rows = all.withoutRare(settings.fewest(), settings.buckets());
    int[] order = new int[rows.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    rates = Telling.rates(rows, settings.buckets(), settings.rate());
    SplittableRandom random = new SplittableRandom(settings.seed());
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      shuffle(order, random);
      for (int row : order) {
        learn(rows.ids()[row], rows.scales()[row], rows.truth()[row], rows.weights()[row]);
      }
      progress.accept((epoch + 1.0) / settings.epochs());
    }
    return new LinearWeights(settings.buckets(), table, bias);
  }

  private void learn(int[] ids, float scale, byte[] truth, float weight) {
    Arrays.fill(gradient, 0f);
    for (int id : ids) {
      for (int l = 0, at = id * labels; l < labels; l++) {
        gradient[l] += table[at + l];
      }
    }
    for (int l = 0; l < labels; l++) {
      gradient[l] = truth[l] < 0 ? 0 : weight * (sigmoid(gradient[l] * scale + bias[l]) - truth[l]);
      stepBias(l);
      gradient[l] *= scale;
    }
    for (int id : ids) {
      step(id * labels);
    }
  }

  private void step(int at) {
    for (int l = 0; l < labels; l++) {
      float g = gradient[l];
      if (g != 0) {
        g += settings.shrinkage() * table[at + l];
        tableSquares[at + l] += g * g;
        table[at + l] -= rates[at + l] * g / (float) Math.sqrt(tableSquares[at + l] + EPSILON);
      }
    }
  }

  private void stepBias(int l) {
    float g = gradient[l];
    if (g != 0) {
      biasSquares[l] += g * g;
      bias[l] -= BIAS_RATE * g / (float) Math.sqrt(biasSquares[l] + 1f);
    }
  }

  static float sigmoid(float z) {
    return (float) (1 / (1 + Math.exp(-z)));
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
