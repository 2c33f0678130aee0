package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Section {@code topics}: how topics are called. */
public final class TopicsConfiguration {
  @JsonProperty
  @NotNull @Pattern(
      regexp = "[A-Za-z0-9._-]{0,100}",
      message = "allowed: at most 100 of letters, digits, '.', '_' and '-'")
  private String prefix = "rampart.";

  /** What the names of all topics begin with; default {@code rampart.}. */
  public String prefix() {
    return prefix;
  }
}
