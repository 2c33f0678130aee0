package dev.rampart.ops.studio;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the curve of a threshold.
 *
 * @param policy id of the policy
 * @param version of the policy; the live one where it is null
 * @param threshold its name
 * @param from first event time; null for the beginning of the log
 * @param to event time at which to stop; null for its end
 * @param slice which decisions, as a condition of the rule language; null for all
 * @param precision aim of the recommendation, 0 to 1; {@value #AIM} where it is null
 */
public record CurveQuestion(
    @NotBlank String policy,
    @Nullable Integer version,
    @NotBlank String threshold,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String slice,
    @DecimalMin("0") @DecimalMax("1") @Nullable Double precision) {
  /** Precision to aim for unless told otherwise. */
  static final double AIM = 0.9;

  double aim() {
    return precision == null ? AIM : precision;
  }
}
