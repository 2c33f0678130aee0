package dev.rampart.classifiers.runtime;

import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.text.HashSpec;
import dev.rampart.classifiers.text.NgramFeaturiser;
import java.util.Arrays;

/** The hashed n-grams of a batch, text after text. */
final class TextEncoder implements Encoder {
  private final NgramFeaturiser featuriser;
  private int[] ids = new int[16_384];
  private int[] ends = new int[256];
  private int count;

  TextEncoder(HashSpec spec) {
    this.featuriser = new NgramFeaturiser(spec);
  }

  @Override
  public void clear() {
    count = 0;
  }

  @Override
  public String add(ScoringRequest request) {
    int found = featuriser.featurise(request.text());
    int start = start(count);
    if (start + found > ids.length) {
      ids = Arrays.copyOf(ids, 2 * (start + found));
    }
    System.arraycopy(featuriser.ids(), 0, ids, start, found);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = start + found;
    return "";
  }

  int[] ids() {
    return ids;
  }

  int start(int item) {
    return item == 0 ? 0 : ends[item - 1];
  }

  int end(int item) {
    return ends[item];
  }
}
