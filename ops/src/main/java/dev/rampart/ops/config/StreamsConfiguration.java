package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Section {@code streams}: how Kafka Streams runs in this instance. */
public final class StreamsConfiguration {
  @JsonProperty
  @NotNull @Pattern(
      regexp = "[A-Za-z0-9._-]{1,100}",
      message = "allowed: 1 to 100 of letters, digits, '.', '_' and '-'")
  private String applicationId = "rampart";

  @JsonProperty
  @Min(value = 1, message = "allowed: 1 to 64") @Max(value = 64, message = "allowed: 1 to 64") private int threads = 2;

  @JsonProperty
  @NotNull @MinDuration(value = 5, unit = TimeUnit.MILLISECONDS, message = "allowed: 5 ms to 10 s")
  @MaxDuration(value = 10, unit = TimeUnit.SECONDS, message = "allowed: 5 ms to 10 s")
  private io.dropwizard.util.Duration commitInterval = io.dropwizard.util.Duration.milliseconds(25);

  @JsonProperty
  @NotNull @Pattern(regexp = "streams|classic", message = "allowed: streams, classic") private String groupProtocol = "streams";

  @JsonProperty
  @Pattern(regexp = "[^:/\\s]+:\\d{1,5}", message = "allowed: HOST:PORT") private @Nullable String advertised;

  @JsonProperty @NotNull private Map<String, String> properties = Map.of();

  /** Name of the group that the instances form, and what state stores belong to. */
  public String applicationId() {
    return applicationId;
  }

  /** Stream threads of this instance; default 2. */
  public int threads() {
    return threads;
  }

  /** How often a transaction is committed: the larger, the more throughput and latency. */
  public Duration commitInterval() {
    return Duration.ofMillis(commitInterval.toMilliseconds());
  }

  /** {@code streams} or {@code classic}. */
  public String groupProtocol() {
    return groupProtocol;
  }

  /** {@code HOST:PORT} under which the other instances reach this one's service. */
  public Optional<String> advertised() {
    return Optional.ofNullable(advertised);
  }

  /** Any other property of Kafka Streams, passed through. */
  public Map<String, String> properties() {
    return Map.copyOf(properties);
  }
}
