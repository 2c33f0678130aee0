package dev.rampart.ops.studio;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a draft would have done.
 *
 * @param document the draft, as a policy file has it
 * @param from event time from which the draft decides; null for the beginning of the log
 * @param to event time at which to stop; null for its end
 */
public record BacktestQuestion(
    @NotBlank String document, @Nullable Instant from, @Nullable Instant to) {}
