package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Section {@code hop}: how an instance asks another for state that the other owns. */
public final class HopConfiguration {
  @JsonProperty private @Nullable Path authorities;

  /** PEM file of the authorities that are trusted over https; empty for those of Java. */
  public Optional<Path> authorities() {
    return Optional.ofNullable(authorities);
  }
}
