package dev.rampart.classifiers.training;

import dev.rampart.classifiers.onnx.VectorGraph;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * Trains a network with one hidden layer on feature vectors by Adam (Kingma and Ba 2015), one row
 * at a time within small batches. One thread, and an order that the seed fixes: the same rows give
 * the same weights, bit by bit.
 */
final class VectorTrainer {
  private static final int UNITS = 16;
  private static final int EPOCHS = 6;
  private static final int BATCH = 64;
  private static final double RATE = 0.003;
  private static final double DECAY = 1e-4;
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;

  private final AccountRows rows;
  private final SplittableRandom random;
  private final float[] centres;
  private final float[] scales;
  private final int inputs;
  private final double[] weights;
  private final double[] gradient;
  private final double[] mean;
  private final double[] square;
  private final double[] active = new double[UNITS];
  private int steps;

  VectorTrainer(AccountRows rows, long seed) {
    int features = rows.names().size();
    this.rows = rows;
    this.random = new SplittableRandom(seed);
    this.centres = new float[features];
    this.scales = new float[features];
    this.inputs = 2 * features;
    this.weights = new double[inputs * UNITS + 2 * UNITS + 1];
    this.gradient = new double[weights.length];
    this.mean = new double[weights.length];
    this.square = new double[weights.length];
  }

  /**
   * Trains.
   *
   * @param progress told the finished share, 0 to 1
   */
  VectorGraph train(DoubleConsumer progress) {
    measure();
    double spread = Math.sqrt(2.0 / inputs);
    for (int i = 0; i < inputs * UNITS; i++) {
      weights[i] = spread * random.nextDouble(-1, 1);
    }
    for (int unit = 0; unit < UNITS; unit++) {
      weights[outputAt(unit)] = random.nextDouble(-0.5, 0.5);
    }
    VectorGraph untrained = graph();
    float[][] prepared = new float[rows.size()][];
    for (int row = 0; row < prepared.length; row++) {
      prepared[row] = untrained.prepared(rows.values(row));
    }
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      epoch(prepared, RATE * (EPOCHS - epoch) / EPOCHS);
      progress.accept((epoch + 1.0) / EPOCHS);
    }
    return graph();
  }

  private void measure() {
    for (int f = 0; f < centres.length; f++) {
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (int row = 0; row < rows.size(); row++) {
        double value = rows.values(row)[f];
        if (!Double.isNaN(value)) {
          double log = Math.signum(value) * StrictMath.log1p(Math.abs(value));
          sum += log;
          squares += log * log;
          count++;
        }
      }
      double centre = count == 0 ? 0 : sum / count;
      double variance = count == 0 ? 0 : Math.max(0, squares / count - centre * centre);
      centres[f] = (float) centre;
      scales[f] = variance < 1e-9 ? 0 : (float) (1 / Math.sqrt(variance));
    }
  }

  private void epoch(float[][] prepared, double rate) {
    int[] order = Shuffle.of(prepared.length, random);
    for (int i = 0; i < order.length; i++) {
      learn(prepared[order[i]], rows.truth(order[i]));
      if ((i + 1) % BATCH == 0) {
        step(rate);
      }
    }
  }

  private void learn(float[] input, boolean truth) {
    double logit = weights[weights.length - 1];
    for (int unit = 0; unit < UNITS; unit++) {
      double sum = weights[inputs * UNITS + unit];
      for (int i = 0; i < inputs; i++) {
        sum += input[i] * weights[i * UNITS + unit];
      }
      active[unit] = Math.max(0, sum);
      logit += active[unit] * weights[outputAt(unit)];
    }
    double error = (1 / (1 + StrictMath.exp(-logit)) - (truth ? 1 : 0)) / BATCH;
    gradient[gradient.length - 1] += error;
    for (int unit = 0; unit < UNITS; unit++) {
      if (active[unit] > 0) {
        gradient[outputAt(unit)] += error * active[unit];
        double back = error * weights[outputAt(unit)];
        gradient[inputs * UNITS + unit] += back;
        for (int i = 0; i < inputs; i++) {
          gradient[i * UNITS + unit] += back * input[i];
        }
      }
    }
  }

  private void step(double rate) {
    steps++;
    double firstLeft = 1 - StrictMath.pow(FIRST, steps);
    double secondLeft = 1 - StrictMath.pow(SECOND, steps);
    for (int i = 0; i < weights.length; i++) {
      double g = gradient[i] + DECAY * weights[i];
      mean[i] = FIRST * mean[i] + (1 - FIRST) * g;
      square[i] = SECOND * square[i] + (1 - SECOND) * g * g;
      weights[i] -= rate * (mean[i] / firstLeft) / (Math.sqrt(square[i] / secondLeft) + 1e-8);
      gradient[i] = 0;
    }
  }

  private int outputAt(int unit) {
    return inputs * UNITS + UNITS + unit;
  }

  private VectorGraph graph() {
    return new VectorGraph(
        centres,
        scales,
        floats(0, inputs * UNITS),
        floats(inputs * UNITS, UNITS),
        floats(outputAt(0), UNITS),
        (float) weights[weights.length - 1]);
  }

  private float[] floats(int from, int count) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = (float) weights[from + i];
    }
    return floats;
  }
}
