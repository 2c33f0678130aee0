package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.ValidationMethod;
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
  private io.dropwizard.util.Duration commitInterval = io.dropwizard.util.Duration.milliseconds(30);

  @JsonProperty
  @NotNull @Pattern(regexp = "streams|classic", message = "allowed: streams, classic") private String groupProtocol = "streams";

  @JsonProperty
  @Min(value = 0, message = "allowed: 0 to 5") @Max(value = 5, message = "allowed: 0 to 5") private int standbyReplicas;

  @JsonProperty
  @NotNull @MinDataSize(value = 16, unit = DataSizeUnit.MEBIBYTES, message = "allowed: 16 MiB to 1024 GiB")
  @MaxDataSize(value = 1024, unit = DataSizeUnit.GIBIBYTES, message = "allowed: 16 MiB to 1024 GiB")
  private DataSize stateMemory = DataSize.mebibytes(256);

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

  /**
   * Warm copies of each state store on other instances; default 0. Only with the classic protocol:
   * with {@code streams} the group has it on the broker.
   */
  public int standbyReplicas() {
    return standbyReplicas;
  }

  /** Most memory of all state stores together outside the heap, in bytes; default 256 MiB. */
  public long stateMemoryBytes() {
    return stateMemory.toBytes();
  }

  @JsonIgnore
  @ValidationMethod(
      message =
          "standbyReplicas: allowed with groupProtocol classic; with streams set"
              + " streams.num.standby.replicas of the group on the broker")
  boolean isStandbyTheInstances() {
    return standbyReplicas == 0 || groupProtocol.equals("classic");
  }

  @JsonIgnore
  @ValidationMethod(
      message = "properties: group.instance.id is allowed with groupProtocol classic only")
  boolean isMembershipKnown() {
    return groupProtocol.equals("classic") || !properties.containsKey("group.instance.id");
  }

  /** {@code HOST:PORT} under which the other instances reach this one's service. */
  public Optional<String> advertised() {
    return Optional.ofNullable(advertised)
        .or(() -> Optional.ofNullable(properties.get("application.server")));
  }

  /** Any other property of Kafka Streams, passed through. */
  public Map<String, String> properties() {
    return Map.copyOf(properties);
  }
}
