package dev.rampart.ops.inspect;

import org.jspecify.annotations.Nullable;

/**
 * A feature with its value.
 *
 * @param value null where it has none
 */
public record FeatureValue(String name, @Nullable Double value, String unit) {
  /** A feature whose value may be NaN. */
  public static FeatureValue of(String name, double value, String unit) {
    return new FeatureValue(name, Double.isNaN(value) ? null : Double.valueOf(value), unit);
  }
}
