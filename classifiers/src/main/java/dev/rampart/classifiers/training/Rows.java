package dev.rampart.classifiers.training;

import dev.rampart.classifiers.text.HashSpec;
import dev.rampart.classifiers.text.NgramFeaturiser;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Examples as numbers.
 *
 * @param ids row numbers of each example
 * @param scales by which each sum of weights is multiplied: one over the root of how many ids the
 *     text has
 * @param truth one value for each label of each example: 1, 0, or -1 where unknown
 * @param weights of the examples
 * @param labels in the order of {@code truth}
 * @param sources which set each example is from
 */
@SuppressWarnings("ArrayRecordComponent") // the training loop runs over these
record Rows(
    int[][] ids,
    float[] scales,
    byte[][] truth,
    float[] weights,
    List<String> labels,
    List<String> sources) {
  static Rows of(List<Example> examples, List<String> labels, HashSpec spec) {
    NgramFeaturiser featuriser = new NgramFeaturiser(spec);
    int[][] ids = new int[examples.size()][];
    byte[][] truth = new byte[examples.size()][];
    float[] weights = new float[examples.size()];
    float[] scales = new float[examples.size()];
    for (int i = 0; i < ids.length; i++) {
      Example example = examples.get(i);
      int count = featuriser.featurise(example.text());
      ids[i] = Arrays.copyOf(featuriser.ids(), count);
      scales[i] = LinearWeights.scale(count);
      truth[i] = truth(example, labels);
      weights[i] = example.weight();
    }
    return new Rows(
        ids, scales, truth, weights, labels, examples.stream().map(Example::source).toList());
  }

  private static byte[] truth(Example example, List<String> labels) {
    byte[] truth = new byte[labels.size()];
    for (int l = 0; l < truth.length; l++) {
      Boolean known = example.labels().get(labels.get(l));
      truth[l] = known == null ? -1 : (byte) (known ? 1 : 0);
    }
    return truth;
  }

  /** The same rows without the ids that fewer than so many rows have; the scales stay. */
  Rows withoutRare(int fewest, int buckets) {
    int[] seen = new int[buckets];
    int[] lastRow = new int[buckets];
    for (int row = 0; row < ids.length; row++) {
      for (int id : ids[row]) {
        seen[id] += lastRow[id] == row + 1 ? 0 : 1;
        lastRow[id] = row + 1;
      }
    }
    int[][] common = new int[ids.length][];
    for (int row = 0; row < ids.length; row++) {
      common[row] = Arrays.stream(ids[row]).filter(id -> seen[id] >= fewest).toArray();
    }
    return new Rows(common, scales, truth, weights, labels, sources);
  }

  /** Numbers of the rows where a label is known. */
  int[] knowing(int label) {
    return IntStream.range(0, size()).filter(row -> truth[row][label] >= 0).toArray();
  }

  /** Only the rows of a set. */
  Rows of(String source) {
    return at(IntStream.range(0, size()).filter(i -> sources.get(i).equals(source)).toArray());
  }

  /** All rows but those of a set. */
  Rows without(String source) {
    return at(IntStream.range(0, size()).filter(i -> !sources.get(i).equals(source)).toArray());
  }

  private Rows at(int[] rows) {
    int[][] someIds = new int[rows.length][];
    float[] someScales = new float[rows.length];
    byte[][] someTruth = new byte[rows.length][];
    float[] someWeights = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      someIds[i] = ids[rows[i]];
      someScales[i] = scales[rows[i]];
      someTruth[i] = truth[rows[i]];
      someWeights[i] = weights[rows[i]];
    }
    return new Rows(
        someIds,
        someScales,
        someTruth,
        someWeights,
        labels,
        Arrays.stream(rows).mapToObj(sources::get).toList());
  }

  int size() {
    return ids.length;
  }
}
