package dev.rampart.ops.studio;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the text of a policy with another value of a threshold.
 *
 * @param policy id of the policy
 * @param version that is changed; the live one where it is null
 * @param threshold its name
 * @param value the new value, between the least and the greatest allowed one
 */
public record DraftQuestion(
    @NotBlank String policy, @Nullable Integer version, @NotBlank String threshold, double value) {}
