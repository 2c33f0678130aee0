package dev.rampart.classifiers.manifest;

import java.util.List;

/**
 * How large a batch may grow.
 *
 * @param items at most
 * @param numbers at most: items times the padded length
 * @param lengths to which items are padded, rising; the last is the longest that the model takes
 */
public record BatchLimits(int items, int numbers, List<Integer> lengths) {
  public BatchLimits {
    lengths = List.copyOf(lengths);
  }

  /** The smallest length that holds this many numbers; the last length where none does. */
  public int padded(int length) {
    for (int candidate : lengths) {
      if (candidate >= length) {
        return candidate;
      }
    }
    return longest();
  }

  public int longest() {
    return lengths.get(lengths.size() - 1);
  }
}
