package dev.rampart.schemas.serde;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Shows an array as the list that a generated record wants. It is written without making an object
 * of each number: a decision has dozens.
 */
public final class Numbers extends AbstractList<Double> implements RandomAccess {
  private final double[] values;

  /**
   * @param values not copied, not to be changed
   */
  public Numbers(double[] values) {
    this.values = values;
  }

  @Override
  public Double get(int index) {
    return values[index];
  }

  @Override
  public int size() {
    return values.length;
  }

  double at(int index) {
    return values[index];
  }
}
