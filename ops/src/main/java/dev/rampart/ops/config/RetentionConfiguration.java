package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rampart.topology.retention.Retention;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/** Section {@code retention}: how long each store keeps an account without events. */
public final class RetentionConfiguration {
  @JsonProperty
  @NotNull @MinDuration(value = 31, unit = TimeUnit.DAYS, message = "allowed: 31 to 3650 days")
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS, message = "allowed: 31 to 3650 days")
  private Duration features = Duration.days(Retention.DEFAULT.features().toDays());

  @JsonProperty
  @NotNull @MinDuration(value = 31, unit = TimeUnit.DAYS, message = "allowed: 31 to 3650 days")
  @MaxDuration(value = 3650, unit = TimeUnit.DAYS, message = "allowed: 31 to 3650 days")
  private Duration ledger = Duration.days(Retention.DEFAULT.ledger().toDays());

  /** The same as the topology takes it. */
  public Retention retention() {
    return new Retention(
        java.time.Duration.ofMillis(features.toMilliseconds()),
        java.time.Duration.ofMillis(ledger.toMilliseconds()));
  }
}
