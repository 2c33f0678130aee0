package dev.rampart.classifiers.training;

/** Counts of true class against predicted class, and the usual figures from them. */
final class Confusion {
  private final long[][] counts;

  Confusion(int classes) {
    this.counts = new long[classes][classes];
  }

  int classes() {
    return counts.length;
  }

  void add(int truth, int predicted) {
    counts[truth][predicted]++;
  }

  double accuracy() {
    long right = 0;
    long all = 0;
    for (int c = 0; c < counts.length; c++) {
      right += counts[c][c];
      all += actual(c);
    }
    return (double) right / all;
  }

  double f1(int c) {
    return 2.0 * counts[c][c] / Math.max(1, actual(c) + predicted(c));
  }

  double macroF1() {
    double sum = 0;
    for (int c = 0; c < counts.length; c++) {
      sum += f1(c);
    }
    return sum / counts.length;
  }

  /** F1 of the classes, weighted by how often each occurs. */
  double weightedF1() {
    double sum = 0;
    long all = 0;
    for (int c = 0; c < counts.length; c++) {
      sum += f1(c) * actual(c);
      all += actual(c);
    }
    return sum / all;
  }

  private long actual(int c) {
    long sum = 0;
    for (long count : counts[c]) {
      sum += count;
    }
    return sum;
  }

  private long predicted(int c) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[c];
    }
    return sum;
  }
}
