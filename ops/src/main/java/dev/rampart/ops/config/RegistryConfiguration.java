package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rampart.schemas.registry.HttpRegistrySettings;
import dev.rampart.schemas.registry.RegistryCredentials;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code schemaRegistry}: where schema ids come from. Without {@code urls} it is the
 * embedded registry on Rampart's own topic; with them, a server with Confluent's REST interface.
 */
public final class RegistryConfiguration {
  @JsonProperty @NotNull private List<URI> urls = List.of();
  @JsonProperty @NotNull private String user = "";
  @JsonProperty @NotNull private String password = "";
  @JsonProperty @NotNull private String token = "";

  /** How to reach the server; empty for the embedded registry. */
  public Optional<HttpRegistrySettings> server() {
    return urls.isEmpty()
        ? Optional.empty()
        : Optional.of(HttpRegistrySettings.of(urls, credentials()));
  }

  @JsonIgnore
  @ValidationMethod(
      message = "urls: begin with http:// or https://, name a host and hold no user information")
  boolean isReachable() {
    return urls.stream().allMatch(RegistryConfiguration::isPlain);
  }

  @JsonIgnore
  @ValidationMethod(message = "give either user and password, or token, or none")
  boolean isOneLogin() {
    boolean basic = !user.isEmpty() || !password.isEmpty();
    return !(basic && !token.isEmpty()) && user.isEmpty() == password.isEmpty();
  }

  private RegistryCredentials credentials() {
    if (!token.isEmpty()) {
      return new RegistryCredentials.Bearer(token);
    }
    return user.isEmpty()
        ? new RegistryCredentials.Anonymous()
        : new RegistryCredentials.Basic(user, password);
  }

  private static boolean isPlain(URI url) {
    return url.getHost() != null
        && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getRawUserInfo() == null;
  }
}
