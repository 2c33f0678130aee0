package dev.rampart.classifiers.training;

import java.util.Arrays;

/**
 * The loss of a logistic regression of one label over hashed features, with a squared penalty on
 * the weights. A feature counts as much as it tells ({@link Telling}): it has the learned number
 * times its log-count ratio for weight, so that the penalty keeps common n-grams near zero (Wang
 * and Manning 2012). The bias, number 0, has no penalty. Examples that do not know the label are
 * left out.
 */
final class LogisticLoss implements Lbfgs.Function {
  private final int[] ids;
  private final int[] ends;
  private final float[] scales;
  private final float[] importances;
  private final boolean[] truth;
  private final float[] telling;
  private final int[] features;
  private final double penalty;
  private final double[] weights;

  /**
   * A loss.
   *
   * @param rows of all labels
   * @param label its index
   * @param penalty of half the squared numbers, against the summed loss of the examples
   */
  LogisticLoss(Rows rows, int buckets, int label, double penalty) {
    float[] ratios = Telling.ratios(rows, buckets, label);
    int[] known = rows.knowing(label);
    int[] numbers = new int[buckets];
    this.penalty = penalty;
    this.ends = new int[known.length];
    this.scales = new float[known.length];
    this.importances = new float[known.length];
    this.truth = new boolean[known.length];
    this.ids = new int[Arrays.stream(known).map(row -> rows.ids()[row].length).sum()];
    int[] found = new int[buckets];
    int count = 0;
    int at = 0;
    for (int i = 0; i < known.length; i++) {
      for (int id : rows.ids()[known[i]]) {
        if (numbers[id] == 0) {
          found[count++] = id;
          numbers[id] = count;
        }
        ids[at++] = numbers[id];
      }
      ends[i] = at;
      scales[i] = rows.scales()[known[i]];
      importances[i] = rows.weights()[known[i]];
      truth[i] = rows.truth()[known[i]][label] == 1;
    }
    this.features = Arrays.copyOf(found, count);
    this.telling = new float[count + 1];
    for (int f = 0; f < count; f++) {
      telling[f + 1] = ratios[features[f]];
    }
    this.weights = new double[count + 1];
  }

  @Override
  public int size() {
    return telling.length;
  }

  @Override
  public double at(double[] point, double[] gradient) {
    for (int f = 1; f < weights.length; f++) {
      weights[f] = point[f] * telling[f];
    }
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (int i = 0; i < ends.length; i++) {
      loss += example(i, point[0], gradient);
    }
    for (int f = 1; f < gradient.length; f++) {
      gradient[f] = gradient[f] * telling[f] + penalty * point[f];
      loss += penalty / 2 * point[f] * point[f];
    }
    return loss;
  }

  private double example(int i, double bias, double[] gradient) {
    int from = i == 0 ? 0 : ends[i - 1];
    double sum = 0;
    for (int k = from; k < ends[i]; k++) {
      sum += weights[ids[k]];
    }
    double logit = sum * scales[i] + bias;
    double chance = 1 / (1 + StrictMath.exp(-logit));
    double error = importances[i] * (chance - (truth[i] ? 1 : 0));
    gradient[0] += error;
    double share = error * scales[i];
    for (int k = from; k < ends[i]; k++) {
      gradient[ids[k]] += share;
    }
    double against = truth[i] ? -logit : logit;
    return importances[i]
        * (Math.max(0, against) + StrictMath.log1p(StrictMath.exp(-Math.abs(against))));
  }

  /** Writes the weights of a point into a table of all labels. */
  void store(double[] point, float[] table, int label, int labels) {
    for (int f = 0; f < features.length; f++) {
      table[features[f] * labels + label] = (float) (point[f + 1] * telling[f + 1]);
    }
  }
}
