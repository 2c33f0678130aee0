package dev.rampart.classifiers.training;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Minimises a smooth convex function by the limited-memory BFGS method (Nocedal 1980), with steps
 * that are halved until they gain enough (Armijo 1966). One thread, no chance in it: the same
 * function gives the same minimum, bit by bit.
 */
final class Lbfgs {
  private static final int MEMORY = 7;
  private static final int MOST_HALVINGS = 20;
  private static final double LEAST_GAIN = 1e-4;
  private static final double LEAST_CURVATURE = 1e-12;

  private final Function function;
  private final int steps;
  private final double tolerance;
  private final ArrayDeque<Step> memory = new ArrayDeque<>();

  /** What is minimised. */
  interface Function {
    /** How many numbers it takes. */
    int size();

    /**
     * Its value at a point.
     *
     * @param gradient is overwritten with the gradient there
     */
    double at(double[] point, double[] gradient);
  }

  /** A step that was taken, with the change of the gradient along it. */
  @SuppressWarnings("ArrayRecordComponent") // summed over as they are
  private record Step(double[] move, double[] change, double curvature) {}

  /**
   * A minimiser.
   *
   * @param steps at most
   * @param tolerance it stops when a step gains less than this share of the value
   */
  Lbfgs(Function function, int steps, double tolerance) {
    this.function = function;
    this.steps = steps;
    this.tolerance = tolerance;
  }

  /** Where the function is least, from the origin on. */
  double[] minimum() {
    int size = function.size();
    double[] point = new double[size];
    double[] gradient = new double[size];
    double[] next = new double[size];
    double[] nextGradient = new double[size];
    double value = function.at(point, gradient);
    for (int step = 0; step < steps; step++) {
      double nextValue = advance(point, gradient, value, next, nextGradient);
      double gain = value - nextValue;
      if (!(gain > 0)) {
        return point;
      }
      remember(point, gradient, next, nextGradient);
      System.arraycopy(next, 0, point, 0, size);
      System.arraycopy(nextGradient, 0, gradient, 0, size);
      value = nextValue;
      if (gain < tolerance * Math.abs(value)) {
        return point;
      }
    }
    return point;
  }

  /** Puts a better point into {@code next}; returns its value, or NaN where none was found. */
  private double advance(
      double[] point, double[] gradient, double value, double[] next, double[] nextGradient) {
    double[] direction = direction(gradient);
    double slope = dot(gradient, direction);
    double length = 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      for (int i = 0; i < point.length; i++) {
        next[i] = point[i] - length * direction[i];
      }
      double there = function.at(next, nextGradient);
      if (there <= value - LEAST_GAIN * length * slope) {
        return there;
      }
      length /= 2;
    }
    return Double.NaN;
  }

  private double[] direction(double[] gradient) {
    double[] direction = gradient.clone();
    if (memory.isEmpty()) {
      scale(direction, 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))));
      return direction;
    }
    double[] shares = new double[memory.size()];
    int at = 0;
    for (Step step : memory) {
      shares[at] = dot(step.move(), direction) / step.curvature();
      add(-shares[at++], step.change(), direction);
    }
    Step newest = memory.getFirst();
    scale(direction, newest.curvature() / dot(newest.change(), newest.change()));
    for (Iterator<Step> oldestFirst = memory.descendingIterator(); oldestFirst.hasNext(); ) {
      Step step = oldestFirst.next();
      double share = dot(step.change(), direction) / step.curvature();
      add(shares[--at] - share, step.move(), direction);
    }
    return direction;
  }

  private void remember(double[] point, double[] gradient, double[] next, double[] nextGradient) {
    double[] move = next.clone();
    double[] change = nextGradient.clone();
    add(-1, point, move);
    add(-1, gradient, change);
    double curvature = dot(move, change);
    if (curvature > LEAST_CURVATURE) {
      memory.addFirst(new Step(move, change, curvature));
    }
    if (memory.size() > MEMORY) {
      memory.removeLast();
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double times, double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * from[i];
    }
  }

  private static void scale(double[] values, double by) {
    Arrays.setAll(values, i -> values[i] * by);
  }
}
