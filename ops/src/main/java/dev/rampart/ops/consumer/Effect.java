package dev.rampart.ops.consumer;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a service says that it did, a line of its file.
 *
 * @param actionId the action that was done, or that was taken back
 * @param effect {@code done} or {@code reversed}
 */
public record Effect(
    @JsonProperty("action_id") String actionId, @JsonProperty("effect") String effect) {}
