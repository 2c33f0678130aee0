package dev.rampart.classifiers.runtime;

import dev.rampart.classifiers.ScoringRequest;
import java.util.Arrays;

/** The feature vectors of a batch, one after another. */
final class VectorEncoder implements Encoder {
  private final int size;
  private float[] values;
  private int count;

  VectorEncoder(int size) {
    this.size = size;
    this.values = new float[size * 64];
  }

  @Override
  public void clear() {
    count = 0;
  }

  @Override
  public String add(ScoringRequest request) {
    if (request.features().length != size) {
      return request.features().length + " features, not " + size;
    }
    if ((count + 1) * size > values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    System.arraycopy(request.features(), 0, values, count * size, size);
    count++;
    return "";
  }

  float[] values() {
    return values;
  }

  int size() {
    return size;
  }
}
