package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.HashMap;
import java.util.Map;

/** Section {@code kafka}: how to reach the cluster. */
public final class KafkaConfiguration {
  private static final String ADDRESSES = "[^,:\\s]+:\\d{1,5}(,[^,:\\s]+:\\d{1,5})*";

  @JsonProperty
  @NotNull(message = "is missing; allowed: HOST:PORT, several separated by commas") @Pattern(regexp = ADDRESSES, message = "allowed: HOST:PORT, several separated by commas") @SuppressWarnings("NullAway.Init") // required: validation refuses a file without it
  private String bootstrap;

  @JsonProperty @NotNull private Map<String, String> client = Map.of();

  /** Brokers to ask first, {@code HOST:PORT}, separated by commas. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Client properties for every producer, consumer and admin client: TLS and SASL, say. */
  public Map<String, Object> client() {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("bootstrap.servers", bootstrap);
    return properties;
  }
}
