package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Section {@code decisionLog}: where decisions are logged; without the section they are not. */
public final class DecisionLogConfiguration {
  @JsonProperty @NotNull private Path directory = Path.of("decision-log");

  @JsonProperty
  @NotNull @MinDuration(value = 1, unit = TimeUnit.HOURS, message = "allowed: 1 h to 3650 days")
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS, message = "allowed: 1 h to 3650 days")
  private io.dropwizard.util.Duration retention = io.dropwizard.util.Duration.days(30);

  @JsonProperty private boolean includeText;

  /** Folder of the log; one writer at a time. */
  public Path directory() {
    return directory;
  }

  /** How long decisions are kept in the log; default 30 days. */
  public Duration retention() {
    return Duration.ofMillis(retention.toMilliseconds());
  }

  /** Whether the text of messages is logged; default false. */
  public boolean includeText() {
    return includeText;
  }
}
