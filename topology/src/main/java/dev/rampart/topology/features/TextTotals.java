package dev.rampart.topology.features;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Counts of the different texts of a window; reused. */
final class TextTotals {
  private static final int MOST = TextTiles.MOST + TextKeys.MOST;

  /** Logarithms of the counts that most texts have. */
  private static final double[] LOGS =
      IntStream.range(0, 1024).mapToDouble(StrictMath::log).toArray();

  private final long[] keys = new long[MOST];
  private final long[] counts = new long[MOST];
  private final long[] sorted = new long[MOST];
  private int size;
  private long total;

  void clear() {
    size = 0;
    total = 0;
  }

  /** Begins with all that is held. */
  void take(TextTiles held) {
    clear();
    long sum = 0;
    long last = -1;
    int texts = 0;
    for (int i = 0; i < held.size(); i++) {
      long key = held.key(i);
      int count = held.count(i);
      if (key != last) {
        last = key;
        keys[texts] = key;
        counts[texts++] = 0;
      }
      counts[texts - 1] += count;
      sum += count;
    }
    size = texts;
    total = sum;
  }

  /** Adds to a text; all additions to one text come one after the other. */
  void add(long key, long count) {
    if (size == 0 || keys[size - 1] != key) {
      keys[size] = key;
      counts[size++] = 0;
    }
    counts[size - 1] += count;
    total += count;
  }

  /** Adds one to each of an event's texts. */
  void addOwn(TextKeys own) {
    int known = size;
    for (int i = 0; i < own.size(); i++) {
      long key = TextTiles.key(own.key(i));
      int at = Arrays.binarySearch(keys, 0, known, key);
      if (at >= 0) {
        counts[at]++;
        total++;
      } else {
        add(key, 1);
      }
    }
  }

  /** Share of the k most frequent texts; NaN where there is none. */
  double topShare(int k) {
    if (k == 1) {
      return total == 0 ? Double.NaN : (double) most() / total;
    }
    System.arraycopy(counts, 0, sorted, 0, size);
    Arrays.sort(sorted, 0, size);
    double top = 0;
    for (int i = Math.max(0, size - k); i < size; i++) {
      top += sorted[i];
    }
    return total == 0 ? Double.NaN : top / total;
  }

  private long most() {
    long most = 0;
    for (int i = 0; i < size; i++) {
      most = Math.max(most, counts[i]);
    }
    return most;
  }

  /** Shannon entropy in bits; NaN where there is none. */
  double entropy() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += counts[i] * log(counts[i]);
    }
    return total == 0 ? Double.NaN : Math.max(0, log(total) - sum / total) / LOGS[2];
  }

  private static double log(long count) {
    return count < LOGS.length ? LOGS[(int) count] : StrictMath.log((double) count);
  }
}
